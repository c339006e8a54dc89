import type { CustomerRow, Division, Engine } from "../../engine/protocol";
import type { Words } from "../../words";
import type { Cell, Sheet } from "../../workbook";
import { divisionName, segmentName, unassignedName } from "../divisions";
import { defaultQuery, type State } from "../state";

/** Customers asked of the engine at a time. */
const BLOCK = 5000;

/** A division as a column: what each customer's segment is called, by position. */
interface DivisionColumn {
  readonly name: string;
  readonly segmentAt: (position: number) => string;
}

/** The customers with all that the CSV has of them, and their segment in every other division. */
export async function customersSheet(engine: Engine, state: State, words: Words): Promise<Sheet | null> {
  const { rfm, overview, insight, clustering } = state;
  if (rfm === null || overview === null) return null;
  const segments = rfm.segments.map(({ name }) => words.rfm.segmentName(name));
  const divisions: DivisionColumn[] = [];
  for (const division of (insight.divisions ?? []).filter(({ kind }) => kind !== "rfm" && kind !== "tiers"))
    divisions.push(await divisionColumn(engine, words, division, clustering.names));
  const positions = await engine.find(defaultQuery);
  async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for (let from = 0; from < positions.length; from += BLOCK) {
      const some = positions.slice(from, from + BLOCK);
      const found = await engine.rows(some);
      yield found.map((row, at) => [
        ...customerCells(row, segments, words),
        ...divisions.map(({ segmentAt }) => segmentAt(some[at] ?? 0)),
      ]);
    }
  }
  return {
    name: words.report.workbook.sheets.customers,
    columns: [
      ...words.files.columns,
      ...overview.attributes.map((role) => words.terms.roles[role]),
      ...divisions.map(({ name }) => name),
    ],
    rows: rows(),
  };
}

async function divisionColumn(
  engine: Engine,
  words: Words,
  division: Division,
  clusterNames: readonly string[],
): Promise<DivisionColumn> {
  const { names, labels } = await engine.labels(division, clusterNames);
  const called = names.map((name, at) => segmentName(words, division, name, at));
  const none = unassignedName(words, division);
  return {
    name: divisionName(words, division),
    segmentAt: (position) => called[labels[position] ?? called.length] ?? none,
  };
}

/** The columns of the CSV of customers, as typed cells. */
const customerCells = (row: CustomerRow, segments: readonly string[], words: Words): readonly Cell[] => [
  row.id,
  row.recency,
  row.frequency,
  row.monetary,
  row.refunded,
  { day: row.first },
  { day: row.last },
  ...row.scores,
  row.score,
  segments[row.segment] ?? "",
  words.files.tiers[row.tier] ?? "",
  ...row.attributes,
];
