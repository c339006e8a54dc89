import type { CustomSeriesOption } from "echarts/charts";

type Render = NonNullable<CustomSeriesOption["renderItem"]>;

/** What a custom series draws for a datum. */
export type Shape = NonNullable<ReturnType<Render>>;
/** Places of values in the picture. */
export type Api = Parameters<Render>[1];

type Point = readonly [number, number];

/** A thin straight line; `dash` are lengths of stroke and gap. */
export const rule = ([x1, y1]: Point, [x2, y2]: Point, stroke: string, dash: readonly number[] = []): Shape => ({
  type: "line",
  shape: { x1, y1, x2, y2 },
  style: { stroke, lineWidth: 1, lineDash: dash.length > 0 ? [...dash] : "solid" },
});

export interface Lettering {
  readonly text: string;
  readonly at: Point;
  readonly align: "left" | "center" | "right";
  readonly fill: string;
  readonly font: string;
  readonly bold?: boolean;
  /** Widest, in pixels; the rest is cut. */
  readonly width?: number;
  /** Drawn around the letters, to part them from what lies beneath. */
  readonly halo?: string;
}

/** A text of 12 pixels whose middle is at the height given. */
export const lettering = (of: Lettering): Shape => ({
  type: "text",
  style: {
    text: of.text,
    x: of.at[0],
    y: of.at[1],
    align: of.align,
    verticalAlign: "middle",
    font: `${of.bold ? "600 " : ""}12px ${of.font}`,
    fill: of.fill,
    ...(of.width === undefined ? {} : { width: of.width, overflow: "truncate" }),
    ...(of.halo === undefined ? {} : { stroke: of.halo, lineWidth: 3 }),
  },
});

export const group = (children: readonly Shape[]): Shape => ({ type: "group", children: [...children] });

/** A place as an api tells it. */
export const placeOf = (api: Api, x: number, y: number): [number, number] => {
  const [left = 0, top = 0] = api.coord([x, y]);
  return [left, top];
};
