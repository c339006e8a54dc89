import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Size } from "./drawing";

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** A chart in an element of the page. */
export const draw = (element: HTMLElement, size: Size) => init(element, null, { renderer: "svg", ...size });
