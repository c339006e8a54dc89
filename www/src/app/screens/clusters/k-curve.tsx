import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type KMeasure, kCurve, type Size } from "../../../charts";
import type { SweepReport, SweepRow, Vote } from "../../../engine/protocol";
import { Method, Section } from "../../../ui";
import type { Words } from "../../../words";
import { sumFormat } from "../../figures";
import type { KProps } from "./k-props";
import { Measures, SuggestionLine } from "./k-suggestion";
import { dropOf, KTable, lowest } from "./k-table";

/** Below it a cluster is unstable: where the line of METHODS.md is drawn. */
const unstable = 0.6;

/** The choice of k: measures over the number of clusters as chart and table, and what they suggest. */
export const KChoice = (props: KProps) => {
  const { words } = props;
  const say = words.clusters;
  return (
    <div class="chart-and-table k-choice" data-testid="k-choice">
      <KCurve {...props} />
      <Section
        title={
          <>
            {say.curve.table.title}
            <Method label={`${say.curve.table.how}: ${words.shell.how}`} testid="k-how">
              <Measures sweep={props.sweep} words={words} />
            </Method>
          </>
        }
        note={say.curve.table.legend}
      >
        <KTable {...props} />
        <SuggestionLine {...props} />
      </Section>
    </div>
  );
};

/** Measures over the number of clusters; fills in while the sweep runs. */
const KCurve = ({ sweep, range: [from, to], chosen, words, theme, onChoose }: KProps) => {
  const say = words.clusters.curve;
  const { rows, suggestion } = sweep;
  // Fewer where there are fewer distinct customers.
  const last = suggestion === null ? to : Math.min(to, rows.at(-1)?.k ?? to);
  const ks = Array.from({ length: Math.max(last - from + 1, 0) }, (_, index) => from + index);
  const place = (k: number | null) => {
    const at = k === null ? -1 : ks.indexOf(k);
    return at < 0 ? null : at;
  };
  const draw = useMemo(() => {
    const data = {
      ks,
      measures: measuresOf(sweep, ks, words),
      chosen: place(chosen),
      suggested: place(suggestion?.k ?? null),
    };
    const told = {
      ...say,
      points: pointsOf(sweep, ks, words),
      description: say.description(ks[0] ?? 0, ks.at(-1) ?? 0, suggestion?.k ?? null),
    };
    return (size: Size, inks = chartThemes[theme]) => kCurve(data, told, inks, size);
  }, [sweep, from, to, chosen, words, theme]);
  return (
    <ChartFigure
      title={say.title}
      level={2}
      note={say.note}
      draw={draw}
      height={560}
      testid="k-curve"
      choice={{
        chosen: place(chosen),
        onChoose: (index) => {
          const row = rows.find(({ k }) => k === ks[index]);
          if (row !== undefined) onChoose(row.k);
        },
      }}
    />
  );
};

/** The measures of a sweep as panels, each with the number that it takes. */
function measuresOf({ rows, knee, suggestion }: SweepReport, ks: readonly number[], words: Words): KMeasure[] {
  const { f } = words;
  const say = words.clusters.curve;
  const taken = (vote: Vote) => {
    const k = suggestion?.each.find(([one]) => one === vote)?.[1] ?? (vote === "knee" ? knee : null);
    const index = ks.indexOf(k ?? 0);
    if (k === null || index < 0) return null;
    return { index, label: vote === "knee" ? `${say.knee} ${f.number(k)}` : f.number(k) };
  };
  const over = <T,>(of: (row: SweepRow) => T | null): (T | null)[] =>
    ks.map((k) => {
      const row = rows.find((one) => one.k === k);
      return row === undefined ? null : of(row);
    });
  const most = Math.max(0, ...rows.map(({ inertia }) => inertia));
  const power = 10 ** Math.floor(Math.log10(most || 1));
  const stability = over((row) => lowest(row)?.jaccard ?? null);
  const short = (value: number) => f.number(value, 2);
  return [
    {
      title: say.panels.inertia,
      values: over(({ inertia }) => inertia),
      taken: taken("knee"),
      range: [0, Math.ceil(most / power) * power || 1],
      weight: 2.2,
      format: f.compact,
    },
    {
      title: say.panels.silhouette,
      values: over(({ measured }) => measured?.silhouette ?? null),
      taken: taken("silhouette"),
      weight: 1,
      format: short,
    },
    {
      title: say.panels.calinskiHarabasz,
      values: over(({ measured }) => measured?.calinskiHarabasz ?? null),
      taken: taken("calinski_harabasz"),
      weight: 1,
      format: f.compact,
    },
    {
      title: say.panels.daviesBouldin,
      values: over(({ measured }) => measured?.daviesBouldin ?? null),
      taken: taken("davies_bouldin"),
      weight: 1,
      format: short,
    },
    {
      title: say.panels.gap,
      values: over(({ gap }) => gap),
      errors: over(({ gapError }) => gapError),
      taken: taken("gap"),
      weight: 1,
      format: short,
    },
    {
      title: say.panels.stability,
      values: stability,
      threshold: unstable,
      taken: taken("stability"),
      range: [Math.min(0.4, ...stability.map((value) => Math.floor((value ?? 1) * 10) / 10)), 1],
      weight: 1,
      format: short,
    },
  ];
}

/** All measures of each number of clusters, in words. */
function pointsOf({ rows, total }: SweepReport, ks: readonly number[], words: Words): string[] {
  const { f } = words;
  const say = words.clusters.curve;
  const inertia = sumFormat(
    rows.map((row) => row.inertia),
    f,
  );
  return ks.map((k) => {
    const at = rows.findIndex((row) => row.k === k);
    const row = rows[at];
    if (row === undefined) return [say.clusters(k), say.pending].join("\n");
    const drop = dropOf(rows, at, total);
    const { measured } = row;
    const stability = lowest(row);
    return [
      say.clusters(row.k),
      say.point.inertia(inertia(row.inertia), drop === null ? null : f.percent(drop)),
      ...(measured === null
        ? []
        : [
            ...(measured.silhouette === null ? [] : [say.point.silhouette(measured.silhouette)]),
            ...(measured.calinskiHarabasz === null
              ? []
              : [say.point.calinskiHarabasz(f.number(measured.calinskiHarabasz, 1))]),
            ...(measured.daviesBouldin === null ? [] : [say.point.daviesBouldin(measured.daviesBouldin)]),
          ]),
      ...(row.gap === null ? [] : [say.point.gap(row.gap, row.gapError)]),
      ...(stability === null
        ? []
        : [say.point.stability(stability.jaccard, words.clusters.sizes.bands[stability.band])]),
      say.point.hits(row.hits),
    ].join("\n");
  });
}
