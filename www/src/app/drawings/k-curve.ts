import { type ChartTheme, type Drawing, type KMeasure, kCurve, type Size } from "../../charts";
import type { SweepReport, SweepRow, Vote } from "../../engine/protocol";
import type { Words } from "../../words";
import { sumFormat } from "../figures";
import { dropOf, lowest } from "../sweep";

/** Below it a cluster is unstable: where the line of METHODS.md is drawn. */
const unstable = 0.6;

/** The numbers of clusters on the axis. */
export function triedOf({ rows, suggestion }: SweepReport, [from, to]: readonly [number, number]): readonly number[] {
  // Fewer where there are fewer distinct customers.
  const last = suggestion === null ? to : Math.min(to, rows.at(-1)?.k ?? to);
  return Array.from({ length: Math.max(last - from + 1, 0) }, (_, index) => from + index);
}

/** Where a number of clusters stands on the axis. */
export function placeOf(ks: readonly number[], k: number | null): number | null {
  const at = k === null ? -1 : ks.indexOf(k);
  return at < 0 ? null : at;
}

/** The measures over the number of clusters; for the screen and for the report. */
export function kDrawing(
  sweep: SweepReport,
  ks: readonly number[],
  chosen: number | null,
  words: Words,
): (size: Size, theme: ChartTheme) => Drawing {
  const say = words.clusters.curve;
  const suggested = sweep.suggestion?.k ?? null;
  const data = {
    ks,
    measures: measuresOf(sweep, ks, words),
    chosen: placeOf(ks, chosen),
    suggested: placeOf(ks, suggested),
  };
  const told = {
    ...say,
    points: pointsOf(sweep, ks, words),
    description: say.description(ks[0] ?? 0, ks.at(-1) ?? 0, suggested),
  };
  return (size, theme) => kCurve(data, told, theme, size);
}

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
  const over = <T>(of: (row: SweepRow) => T | null): (T | null)[] =>
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
