import { init } from "echarts/core";
import type { Drawing, Size } from "./drawing";
import "./echarts";

/** The picture as text, less what differs from run to run: names by order of drawing, and digits beyond the tenth of a pixel. */
export function picture({ option }: Drawing, size: Size): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg
    .replace(/<style.*<\/style>/s, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/zr\d+-/g, "zr-")
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/></g, ">\n<");
}
