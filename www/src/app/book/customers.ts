import type { CustomerRow, Engine } from "../../engine/protocol";
import type { Words } from "../../words";
import type { Cell, Sheet } from "../../workbook";
import { divisionName, unassignedName } from "../divisions";
import { defaultQuery, type State } from "../state";
import type { Known } from "./known";

/** Customers asked of the engine at a time. */
const BLOCK = 5000;

/** A column beside those of RFM: its name, and what it says of the customer at a position. */
interface Column {
  readonly name: string;
  readonly cellAt: (position: number) => Cell;
}

/** The customers with all that the CSV has of them, and their segment in every other division. */
export async function customersSheet(
  engine: Engine,
  state: State,
  known: Known | null,
  words: Words,
): Promise<Sheet | null> {
  if (known === null) return null;
  const { rfm } = state;
  const beside = [...textColumns(state, known, words), ...figureColumns(known), ...divisionColumns(known, words)];
  const cells = (position: number) => beside.map(({ cellAt }) => cellAt(position));
  const name = words.report.workbook.sheets.customers;
  const names = beside.map((column) => column.name);
  if (rfm === null) {
    const rows = known.facts.ids.map((id, position) => [id, ...cells(position)]);
    return { name, columns: [words.files.columns[0], ...names], rows: [rows] };
  }
  const segments = rfm.segments.map((segment) => words.rfm.segmentName(segment.name));
  const positions = await engine.find(defaultQuery);
  async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for (let from = 0; from < positions.length; from += BLOCK) {
      const some = positions.slice(from, from + BLOCK);
      const found = await engine.rows(some);
      yield found.map((row, at) => [...rfmCells(row, segments, words), ...cells(some[at] ?? 0)]);
    }
  }
  return { name, columns: [...words.files.columns, ...names], rows: rows() };
}

/** Columns of repeated text: a category, channel or region of orders by what it is, any other by its own name. */
const textColumns = ({ overview }: State, { facts }: Known, words: Words): readonly Column[] =>
  facts.texts.map(({ name, role, values, codes }, at) => ({
    name: role === "attribute" || at >= (overview?.attributes.length ?? 0) ? name : words.terms.roles[role],
    cellAt: (position) => values[codes[position] ?? values.length] ?? null,
  }));

const figureColumns = ({ facts }: Known): readonly Column[] =>
  facts.figures.map(({ name, values }) => ({
    name,
    cellAt: (position) => {
      const value = values[position];
      return value === undefined || Number.isNaN(value) ? null : value;
    },
  }));

/** The divisions that no other column tells. */
const divisionColumns = ({ divisions }: Known, words: Words): readonly Column[] =>
  divisions
    .filter(({ division: { kind } }) => kind !== "rfm" && kind !== "tiers" && kind !== "attribute")
    .map(({ division, names, labels }) => ({
      name: divisionName(words, division),
      cellAt: (position) => names[labels[position] ?? names.length] ?? unassignedName(words, division),
    }));

const rfmCells = (row: CustomerRow, segments: readonly string[], words: Words): readonly Cell[] => [
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
];
