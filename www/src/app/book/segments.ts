import type { Words } from "../../words";
import type { Cell, Sheet } from "../../workbook";
import { divisionName, segmentName } from "../divisions";
import type { State } from "../state";

/** Sizes and values of the segments of every division that is there. */
export function segmentsSheet(state: State, words: Words): Sheet {
  const say = words.report.workbook;
  return {
    name: say.sheets.segments,
    columns: say.segmentColumns,
    rows: [
      [...rfmRows(state, words), ...stageRows(state, words), ...clusterRows(state, words), ...described(state, words)],
    ],
  };
}

type Row = readonly Cell[];

const perCustomer = (value: number | null, customers: number): number | null =>
  value === null || customers === 0 ? null : value / customers;

function rfmRows({ rfm }: State, words: Words): readonly Row[] {
  if (rfm === null) return [];
  return [
    ...rfm.segments.map((row) => [
      words.terms.divisions.rfm,
      words.rfm.segmentName(row.name),
      row.customers,
      row.customerShare,
      row.value,
      row.valueShare,
      perCustomer(row.value, row.customers),
    ]),
    ...rfm.tiers.map((row, at) => [
      words.terms.divisions.tiers,
      words.rfm.tiers.names[at] ?? "",
      row.customers,
      row.customerShare,
      row.value,
      row.valueShare,
      perCustomer(row.value, row.customers),
    ]),
  ];
}

const stageRows = ({ lifecycle }: State, words: Words): readonly Row[] =>
  (lifecycle.report?.stages ?? []).map((row) => [
    words.terms.divisions.lifecycle,
    words.terms.stages[row.stage],
    row.customers,
    row.share,
    row.value,
    row.valueShare,
    perCustomer(row.value, row.customers),
  ]);

const clusterRows = ({ clustering: { report, names } }: State, words: Words): readonly Row[] =>
  (report?.clusters ?? []).map((row, at) => [
    words.terms.divisions.clusters,
    segmentName(words, { kind: "clusters" }, names[at] ?? "", at),
    row.customers,
    row.share,
    row.value,
    row.valueShare,
    perCustomer(row.value, row.customers),
  ]);

/** A column of the user's own, where it is what the profile describes. */
function described({ insight: { profile } }: State, words: Words): readonly Row[] {
  if (profile === null || profile.division.kind !== "attribute") return [];
  return profile.segments.map((row) => [
    divisionName(words, profile.division),
    row.name,
    row.customers,
    row.share,
    row.value,
    row.valueShare,
    row.meanValue,
  ]);
}
