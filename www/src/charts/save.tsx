import { Download } from "lucide";
import { type ComponentChildren, createContext, Fragment, isValidElement } from "preact";
import { useContext } from "preact/hooks";
import { Icon } from "../ui/icon";
import { Popover } from "../ui/popover";
import { fetchLibrary } from "./chart";
import type { Drawing, Size } from "./drawing";
import { captioned, embedded, pictureTheme, underlay } from "./picture";
import type { ChartTheme } from "./theme";

export type PictureKind = "svg" | "png";

/** How pictures are saved: the words for it, and what the page knows of their source. */
export interface Pictures {
  readonly words: {
    readonly save: (title: string) => string;
    readonly button: string;
    readonly kinds: Readonly<Record<PictureKind, { readonly name: string; readonly note: string }>>;
  };
  /** Under each picture. */
  readonly source: string;
  readonly save: (content: Blob, title: string, kind: PictureKind) => void;
}

/** None where nothing can be saved. */
export const PicturesContext = createContext<Pictures | null>(null);

/** Width of every picture, and the least height, in pixels of the drawing. */
const width = 840;
const leastHeight = 260;

/** Pixels of a bitmap for one of the drawing. */
const density = 2;

/** A small menu that saves a chart as a picture: in light colours, with title and source. */
export function SavePicture(props: {
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly draw: (size: Size, theme?: ChartTheme) => Drawing;
  readonly height: number;
  readonly testid: string;
}) {
  const pictures = useContext(PicturesContext);
  if (pictures === null) return null;
  const title = textIn(props.title);
  const save = async (kind: PictureKind) => {
    const size = { width, height: Math.max(props.height, leastHeight) };
    const { still } = await fetchLibrary();
    const drawing = props.draw(size, pictureTheme);
    const chart = embedded(still(drawing.option, size), "c", underlay(drawing, size, document));
    const svg = captioned(chart, size, { title, note: textIn(props.note), source: pictures.source });
    const blob = new Blob([svg], { type: "image/svg+xml" });
    pictures.save(kind === "svg" ? blob : await bitmap(blob), title, kind);
  };
  return (
    <Popover
      class="button button-quiet chart-save"
      label={pictures.words.save(title)}
      testid={`${props.testid}-save`}
      button={
        <>
          <Icon of={Download} />
          <span class="visually-hidden">{pictures.words.save(title)}</span>
        </>
      }
    >
      <div class="chart-kinds">
        <p class="note">{pictures.words.button}</p>
        {(["svg", "png"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class="button"
            data-testid={`save-${kind}`}
            onClick={(event) => {
              event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
              void save(kind);
            }}
          >
            {pictures.words.kinds[kind].name}
            <span class="note">{pictures.words.kinds[kind].note}</span>
          </button>
        ))}
      </div>
    </Popover>
  );
}

/** The picture in pixels. */
async function bitmap(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * density;
    canvas.height = image.naturalHeight * density;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The words of a title, without the buttons beside them. */
export function textIn(children: ComponentChildren): string {
  if (typeof children === "string" || typeof children === "number") return String(children);
  if (Array.isArray(children)) return children.map(textIn).join("");
  // What is a component of its own is no part of the words.
  if (!isValidElement(children) || (typeof children.type !== "string" && children.type !== Fragment)) return "";
  return textIn((children.props as { children?: ComponentChildren }).children);
}
