import { useState } from "preact/hooks";
import type { ThemeName } from "../../../charts";
import type { ClusterReport, ProjectionMessage } from "../../../engine/protocol";
import type { Words } from "../../../words";
import { Compare, type Compared } from "./compare";
import { HeatMap } from "./heat";
import { Scatter } from "./scatter";
import { SilhouettePlot } from "./silhouette";
import { Sizes } from "./sizes";

/** A clustering from all sides; a cluster pointed at or chosen in one part stands out in the others. */
export const Results = (props: {
  readonly report: ClusterReport;
  /** One per cluster, the user's or numbered. */
  readonly names: readonly string[];
  readonly words: Words;
  readonly theme: ThemeName;
  /** Customers in a plane, at most so many: principal components, or two features by their place in the report. */
  readonly project: (features: readonly [number, number] | null, most: number) => Promise<ProjectionMessage>;
  /** RFM segments against clusters; null where customers have no RFM segment. */
  readonly compare: Compared | null;
  readonly onRename: (cluster: number, name: string) => void;
}) => {
  const { report, names, words, theme, compare } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const chosen = picked !== null && picked < report.clusters.length ? picked : null;
  const view = { report, names, words, theme, marked: pointed ?? chosen, onPoint: setPointed };
  return (
    <>
      <div class="chart-and-table results">
        <Scatter key={JSON.stringify(report.features.map(({ key }) => key))} {...view} project={props.project} />
        <Sizes
          {...view}
          chosen={chosen}
          onChoose={(cluster) => setPicked(cluster === chosen ? null : cluster)}
          onRename={props.onRename}
        />
      </div>
      <HeatMap {...view} />
      <SilhouettePlot {...view} />
      {compare === null ? null : <Compare {...view} compare={compare} />}
    </>
  );
};
