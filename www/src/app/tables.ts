import type { FileKind, Head, ImportParams, Looked, Opened, Table } from "../engine/protocol";
import { unclustered } from "./clustering";
import type { Companion, OpenFile, SampleId, State } from "./state";

/** The part of the state that speaks of the main table. */
type Main = Pick<State, "file" | "table" | "files" | "kind" | "head" | "importParams">;

/** What is known of a table before it is read. */
interface Known {
  readonly table: number;
  readonly files: Table["files"];
  readonly head: Looked;
  readonly kind: FileKind;
  readonly params: ImportParams;
}

const known = ({ files, head }: Table, table: number): Known => ({
  table,
  files,
  head,
  kind: head.kind,
  params: head.params,
});

const companion = (of: Known): Companion => ({ ...of, read: null, join: null });

const main = ({ table, files, head, kind, params }: Known, sample: SampleId | null): Main => ({
  file: fileOf(files, sample),
  table,
  files,
  kind,
  head,
  importParams: params,
});

export function fileOf(
  files: readonly { readonly name: string; readonly size: number }[],
  sample: SampleId | null,
): OpenFile {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return { name: files[0]?.name ?? "", size, count: files.length, sample };
}

/** What everything else hangs on stands first; visits and targets are of customers whom another table lists. */
const WEIGHTS: Record<FileKind, number> = { transactions: 2, customers: 1, contacts: 0, targets: 0 };

/** The number of the main table: the one with orders, else the one of customers; the largest if there are several. */
export function mainOf(tables: readonly { readonly head: Head; readonly kind?: FileKind }[]): number {
  const weight = ({ head, kind = head.kind }: (typeof tables)[number]) => [WEIGHTS[kind], head.bytes];
  let main = 0;
  for (const [table, one] of tables.entries()) {
    const [orders = 0, bytes = 0] = weight(one);
    const [mainOrders = 0, mainBytes = 0] = weight(tables[main] ?? one);
    if (orders > mainOrders || (orders === mainOrders && bytes > mainBytes)) main = table;
  }
  return main;
}

/** Files that were opened: the main table, and the others as its companions. */
export function openedAs({ tables, refused }: Opened, mainTable: number, sample: SampleId | null): Partial<State> {
  const all = tables.map(known);
  const first = all[mainTable];
  if (first === undefined) return { refused };
  const companions = all.filter((one) => one !== first).map(companion);
  return { ...main(first, sample), companions, refused };
}

/** The main table of the state as one of its companions. */
function mainAsCompanion({ table, files, head, kind, importParams }: State): Companion[] {
  if (head === null || importParams === null) return [];
  return [companion({ table, files, head, kind: kind ?? head.kind, params: importParams })];
}

const withoutJoins = (companions: readonly Companion[]): Companion[] =>
  companions.map((one) => ({ ...one, join: null }));

export const unread = (companions: readonly Companion[]): Companion[] =>
  companions.map((one) => ({ ...one, read: null, join: null }));

/** What reading the main table came to, and all that was computed from it. */
export const withoutRows = (state: State) =>
  ({
    read: null,
    readAgainFrom: null,
    overview: null,
    rfm: null,
    clustering: unclustered(state.clustering),
    companions: withoutJoins(state.companions),
  }) as const;

/** A companion takes the place of the main table, which becomes a companion. */
export function withMain(state: State, table: number): State {
  const chosen = state.companions.find((one) => one.table === table);
  if (chosen === undefined) return state;
  const others = state.companions.filter((one) => one !== chosen);
  return {
    ...state,
    ...withoutRows(state),
    ...main(chosen, null),
    companions: withoutJoins([...mainAsCompanion(state), ...others]),
  };
}

/** Files that were added: stacked on what is there, or companions; what they do not touch stays. */
export function withAdded(state: State, { tables, refused }: Opened): State {
  let next: State = { ...state, refused };
  for (const [table, one] of tables.entries()) {
    const grown = (files: readonly unknown[]) => files.length !== one.files.length;
    const old = next.companions.find((other) => other.table === table);
    if (table === state.table && grown(state.files))
      next = {
        ...next,
        ...withoutRows(next),
        ...main({ ...known(one, table), kind: state.kind ?? one.head.kind }, state.file?.sample ?? null),
      };
    else if (table !== state.table && old === undefined)
      next = { ...next, companions: [...next.companions, companion(known(one, table))] };
    else if (old !== undefined && grown(old.files))
      next = withCompanion(next, table, {
        files: one.files,
        head: one.head,
        params: one.head.params,
        read: null,
        join: null,
      });
  }
  // Orders that arrive late are still what everything else hangs on.
  const orders = next.companions[mainOf(next.companions)];
  return next.kind !== "transactions" && orders?.kind === "transactions" ? withMain(next, orders.table) : next;
}

export const withCompanion = (state: State, table: number, change: Partial<Companion>): State => ({
  ...state,
  companions: state.companions.map((one) => (one.table === table ? { ...one, ...change } : one)),
});

/** Whether two tables can be matched: both name customers. */
export const canJoin = (state: Pick<State, "read" | "importParams">, one: Companion): boolean =>
  state.read !== null && one.read !== null && has(state.importParams) && has(one.params);

const has = (params: ImportParams | null): boolean => params?.roles.includes("customer") ?? false;
