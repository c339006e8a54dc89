import { BarChart, CustomChart } from "echarts/charts";
import { AxisPointerComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Size } from "./drawing";

use([BarChart, CustomChart, AxisPointerComponent, GridComponent, TooltipComponent, SVGRenderer]);

/** A chart in an element of the page. */
export const draw = (element: HTMLElement, size: Size) => init(element, null, { renderer: "svg", ...size });
