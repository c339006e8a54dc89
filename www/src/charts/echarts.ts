import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Option, Size } from "./drawing";
import { textWidth } from "./labels";

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** A chart in an element of the page. */
export const draw = (element: HTMLElement, size: Size) => init(element, null, { renderer: "svg", ...size });

/** Whether a picture is drawn that must not depend on the fonts of this machine. */
let alike = false;
let measured: CanvasRenderingContext2D | null | undefined;

/** Widths of letters, on the page as the browser has them, in pictures by a rule. */
function measureText(text: string, font = "12px sans-serif"): { width: number } {
  if (!alike && typeof document !== "undefined") {
    measured ??= document.createElement("canvas").getContext("2d");
    if (measured) {
      measured.font = font;
      return measured.measureText(text);
    }
  }
  return { width: textWidth(text, Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)) };
}

/** A chart as the text of an SVG: the same on every machine. Its fonts must not be those of the page, whose widths are remembered. */
export function still(option: Option, size: Size): string {
  setPlatformAPI({ measureText });
  alike = true;
  try {
    const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
    chart.setOption({ ...option, animation: false });
    const svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
  } finally {
    alike = false;
  }
}
