import type { FlowData } from "../../../charts";
import type { Division, Movement } from "../../../engine/protocol";
import type { Colour } from "../../../ui";
import type { Words } from "../../../words";
import { divisionColours } from "../../colours";
import { segmentName, unassignedName } from "../../divisions";

/** Where customers are on one of the dates: in a segment, in none, or not there yet. */
export interface Place {
  readonly name: string;
  readonly colour: Colour;
  /** Whether it is a segment of the division. */
  readonly isSegment: boolean;
  /** Place among the segments of the later date; null for one that is gone, and for the rest. */
  readonly segment: number | null;
  readonly customers: number;
}

/** Who moved, with nobody left out: every customer of the later date is in one cell. */
export interface Moves {
  readonly from: readonly Place[];
  readonly to: readonly Place[];
  /** Customers by where they were, then by where they are. */
  readonly counts: readonly (readonly number[])[];
  /** Customers of both dates, those who are where they were, and those who came later. */
  readonly known: number;
  readonly stayed: number;
  readonly newcomers: number;
  /** The fullest cell of those who changed segments; null where nobody did. */
  readonly most: { readonly from: number; readonly to: number } | null;
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** The movement as one table with a row for those of no segment and one for those who came later; empty rows and columns left out. */
export function movesOf(movement: Movement, division: Division, words: Words): Moves {
  const { moved, newcomers, newcomersUnassigned } = movement;
  const colours = divisionColours(division, moved.columns);
  const same = moved.rows.length === moved.columns.length && moved.rows.every((name, at) => name === moved.columns[at]);
  const rest = { name: unassignedName(words, division), colour: "others", isSegment: false, segment: null } as const;
  const segment = (name: string, at: number, place: number) => ({
    name: segmentName(words, division, name, at),
    colour: colours[place] ?? ("others" as const),
    isSegment: true,
    segment: place < 0 ? null : place,
  });
  const rows = [
    ...moved.rows.map((name, at) => segment(name, at, same ? at : moved.columns.indexOf(name))),
    rest,
    { ...rest, name: words.lifecycle.movement.newcomers },
  ];
  const columns = [...moved.columns.map((name, at) => segment(name, at, at)), rest];
  const counts = [
    ...moved.counts.map((row, at) => [...row, moved.onlyRows[at] ?? 0]),
    [...moved.onlyColumns, moved.neither],
    [...newcomers, newcomersUnassigned],
  ];
  const isRow = counts.map((row) => sum(row) > 0);
  const isColumn = columns.map((_, at) => counts.some((row) => (row[at] ?? 0) > 0));
  const kept = counts.filter((_, at) => isRow[at]).map((row) => row.filter((_, at) => isColumn[at]));
  const from = rows.filter((_, at) => isRow[at]).map((row, at) => ({ ...row, customers: sum(kept[at] ?? []) }));
  const to = columns
    .filter((_, at) => isColumn[at])
    .map((column, at) => ({ ...column, customers: sum(kept.map((row) => row[at] ?? 0)) }));
  let stayed = 0;
  let most: { from: number; to: number; customers: number } | null = null;
  kept.forEach((row, at) => {
    row.forEach((customers, column) => {
      const [one, other] = [from[at], to[column]];
      if (!one?.isSegment || !other) return;
      if (one.segment !== null && one.segment === other.segment) stayed += customers;
      else if (customers > (most?.customers ?? 0)) most = { from: at, to: column, customers };
    });
  });
  const late = sum(newcomers) + newcomersUnassigned;
  return { from, to, counts: kept, known: sum(kept.flat()) - late, stayed, newcomers: late, most };
}

/** The same as ribbons. */
export function flowOf({ from, to, counts }: Moves, words: Words): FlowData {
  const node = ({ name, colour, customers }: Place) => ({
    name,
    colour: colour === "others" ? null : colour,
    size: customers,
    note: words.f.number(customers),
  });
  const links = counts.flatMap((row, at) =>
    row.flatMap((customers, column) => {
      const [one, other] = [from[at], to[column]];
      if (customers === 0 || !one || !other) return [];
      const share = customers / one.customers;
      const point = words.lifecycle.movement.point({ from: one.name, to: other.name, customers, share });
      return [{ from: at, to: column, size: customers, point }];
    }),
  );
  return { from: from.map(node), to: to.map(node), links };
}
