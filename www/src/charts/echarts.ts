import { BarChart, CustomChart } from "echarts/charts";
import { AxisPointerComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Option, Size } from "./drawing";

use([BarChart, CustomChart, AxisPointerComponent, GridComponent, TooltipComponent, SVGRenderer]);

/** A chart in an element of the page. */
export const draw = (element: HTMLElement, size: Size) => init(element, null, { renderer: "svg", ...size });

/** The chart as text, for snapshots. */
export function svgText(option: Option, size: Size): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  chart.setOption({ ...option, animation: false });
  const text = chart.renderToSVGString();
  chart.dispose();
  return text;
}
