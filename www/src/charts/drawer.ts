import { fetchLibrary } from "./chart";
import type { Drawing, Size } from "./drawing";
import { embedded, pictureTheme } from "./picture";
import type { ChartTheme } from "./theme";

/** Draws charts as texts of SVG, off the screen; each under a name that no other has on its page. */
export type Drawer = (name: string, drawing: (size: Size, theme: ChartTheme) => Drawing, size: Size) => string;

export async function stillDrawer(): Promise<Drawer> {
  const { still } = await fetchLibrary();
  return (name, drawing, size) => embedded(still(drawing(size, pictureTheme).option, size), name);
}
