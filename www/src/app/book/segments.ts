import type { Words } from "../../words";
import type { Cell, Sheet } from "../../workbook";
import { divisionName, segmentName } from "../divisions";
import type { State } from "../state";
import type { Divided, Known } from "./known";

/** Sizes and values of the segments of every division that is there. */
export function segmentsSheet(state: State, known: Known | null, words: Words): Sheet {
  const say = words.report.workbook;
  const columns = (known?.divisions ?? []).filter(({ division }) => division.kind === "attribute");
  return {
    name: say.sheets.segments,
    columns: say.segmentColumns,
    rows: [
      [
        ...rfmRows(state, words),
        ...stageRows(state, words),
        ...clusterRows(state, words),
        ...columns.flatMap((divided) => valueRows(divided, known?.facts.value ?? new Float64Array(), words)),
      ],
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

/** The values of a column; their shares are of the customers who have one. `values` is empty for a customer file. */
function valueRows({ division, names, labels }: Divided, values: Float64Array, words: Words): readonly Row[] {
  const customers = names.map(() => 0);
  const value = names.map(() => 0);
  for (const [position, label] of labels.entries()) {
    if (label >= names.length) continue;
    customers[label] = (customers[label] ?? 0) + 1;
    value[label] = (value[label] ?? 0) + (values[position] ?? 0);
  }
  const [all, total] = [customers, value].map((each) => each.reduce((sum, one) => sum + one, 0));
  return names.map((name, at) => {
    const count = customers[at] ?? 0;
    const worth = values.length === 0 ? null : (value[at] ?? 0);
    return [
      divisionName(words, division),
      name,
      count,
      all ? count / all : null,
      worth,
      worth !== null && total !== undefined && total > 0 ? worth / total : null,
      perCustomer(worth, count),
    ];
  });
}
