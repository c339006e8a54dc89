import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { beyondEdge, ChartFigure, chartThemes, type Size, scatter } from "../../../charts";
import type { FeatureKey, ProjectionMessage } from "../../../engine/protocol";
import { Method, Select } from "../../../ui";
import type { Words } from "../../../words";
import { colourOf } from "../../cluster-colours";
import type { ClusterView } from "./view";

/** The most points that are drawn. */
export const mostPoints = 20_000;

type Axes = readonly [number, number] | null;
type Project = (features: Axes, most: number) => Promise<ProjectionMessage>;

/** Customers as points: principal components, or any two features. */
export const Scatter = (props: ClusterView & { readonly project: Project }) => {
  const { report, words, project } = props;
  const [axes, setAxes] = useState<Axes>(null);
  const [shown, setShown] = useState<{ readonly axes: Axes; readonly points: ProjectionMessage } | null>(null);
  useEffect(() => {
    let here = true;
    project(axes, mostPoints).then(
      (points) => here && setShown({ axes, points }),
      // A clustering that was replaced meanwhile has another picture.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [report, axes]);

  const say = words.clusters.scatter;
  const features = report.features.map(({ key }, index) => ({ value: String(index), label: words.features.name(key) }));
  const pick = (axis: 0 | 1) => (value: string) => {
    if (value === "pc") return setAxes(null);
    const index = Number(value);
    const other = axes?.[axis === 0 ? 1 : 0] ?? report.features.findIndex((_, at) => at !== index);
    return setAxes(axis === 0 ? [index, other] : [other, index]);
  };
  const picker = (axis: 0 | 1) => (
    <Select
      label={axis === 0 ? say.x : say.y}
      value={axes === null ? "pc" : String(axes[axis])}
      testid={`scatter-${axis === 0 ? "x" : "y"}`}
      options={[
        { value: "pc", label: say.components },
        ...features.map((option, index) => ({ ...option, disabled: axes?.[axis === 0 ? 1 : 0] === index })),
      ]}
      onChange={pick(axis)}
    />
  );
  const tools =
    report.features.length < 2 ? null : (
      <div class="scatter-axes">
        {picker(0)}
        {picker(1)}
      </div>
    );
  return (
    <div class="scatter">
      {shown === null ? <div class="scatter-wait" /> : <Points {...props} {...shown} tools={tools} />}
    </div>
  );
};

const Points = (
  props: ClusterView & {
    readonly points: ProjectionMessage;
    readonly axes: Axes;
    readonly tools: ComponentChildren;
  },
) => {
  const { report, names, words, theme, marked, points, axes } = props;
  const { f } = words;
  const say = words.clusters.scatter;
  const titles = axisTitles(
    report.features.map(({ key }) => key),
    axes,
    points,
    words,
  );
  const shown = points.x.length;
  const description = say.description(shown, report.customers, report.clusters.length, ...titles);
  const draw = useMemo(() => {
    const data = {
      x: points.x,
      y: points.y,
      labels: points.labels,
      clusters: report.clusters.map((row, index) => ({
        name: names[index] ?? "",
        short: names[index] === words.clustering.cluster(index) ? f.number(index + 1) : (names[index] ?? ""),
        colour: colourOf(index),
        at: points.centroids[index] ?? ([0, 0] as const),
        point: say.point(names[index] ?? "", row.customers, row.share),
      })),
      marked,
      mayLog: points.explained === null,
    };
    const told = { x: titles[0], y: titles[1], log: say.log, value: f.compact, description };
    return (size: Size, inks = chartThemes[theme]) => scatter(data, told, inks, size);
  }, [points, report, names, words, theme, marked, ...titles]);
  return (
    <ChartFigure
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`}>
            <p>{words.clusters.how.projection}</p>
          </Method>
        </>
      }
      level={2}
      note={`${say.shown(shown, report.customers)}${loadingsTold(
        report.features.map(({ key }) => key),
        points,
        words,
      )}`}
      tools={props.tools}
      draw={draw}
      height={420}
      testid="scatter"
      onPoint={props.onPoint}
    />
  );
};

function axisTitles(
  keys: readonly FeatureKey[],
  axes: Axes,
  { explained }: ProjectionMessage,
  words: Words,
): readonly [string, string] {
  if (explained !== null) {
    const { component } = words.clusters.scatter;
    return [component(1, explained[0]), component(2, explained[1])];
  }
  const title = (index: number): string => {
    const key = keys[index];
    if (key === undefined) return "";
    const unit = words.features.unit(key);
    const name = words.features.name(key);
    return unit === "" ? name : words.clusters.scatter.withUnit(name, unit);
  };
  return [title(axes?.[0] ?? 0), title(axes?.[1] ?? 1)];
}

/** Weights that count for the direction of an axis, as a share of the largest. */
const counts = 0.5;

/** What the axes mean, in words; nothing for two features. */
function loadingsTold(keys: readonly FeatureKey[], points: ProjectionMessage, words: Words): string {
  const { loadings, explained } = points;
  if (loadings === null || explained === null) return "";
  const say = words.clusters.scatter;
  const lean = (weights: readonly number[]) => {
    const least = counts * Math.max(...weights.map(Math.abs));
    const named = (sign: 1 | -1) =>
      keys.filter((_, index) => sign * (weights[index] ?? 0) >= least).map(words.features.short);
    return [named(1), named(-1)] as const;
  };
  const axes = say.axes(
    say.right(...lean(loadings[0])),
    say.up(...lean(loadings[1])),
    say.together(explained[0] + explained[1]),
  );
  const beyond = beyondEdge(points.x, points.y);
  return beyond === 0 ? axes : `${axes}${say.beyond(beyond)}`;
}
