import type { ColumnHead, FileKind, ImportParams, Role } from "../../../engine/protocol";

/** Roles that one column plays. */
export const ROLES: readonly Role[] = [
  "customer",
  "order",
  "date",
  "amount",
  "quantity",
  "price",
  "category",
  "channel",
  "region",
];

/** Roles that any number of columns play. */
const SHARED: readonly (Role | null)[] = ["measure", "attribute"];

/** Roles that a column can be given: in a customer file any number of columns are figures, in any file repeated text. */
export const rolesFor = (kind: FileKind | null, params: ImportParams): readonly Role[] =>
  kind === "customers" || params.roles.includes("measure")
    ? [...ROLES, "measure", "attribute"]
    : [...ROLES, "attribute"];

/** The columns that play a role, in file order. */
export const columnsOf = (params: ImportParams, role: Role): number[] =>
  params.roles.flatMap((played, at) => (played === role ? [at] : []));

/** The column that plays a role, or null. */
export function columnOf(params: ImportParams, role: Role): number | null {
  const at = params.roles.indexOf(role);
  return at < 0 ? null : at;
}

/** Gives a role to a column, or to none. One column plays one role, and every role but those of figures and of text is played by one column. */
export function withRole(params: ImportParams, role: Role, column: number | null): ImportParams {
  // Rows with a date are no list of customers, and have no figures of them.
  const stays = (current: Role | null) => current !== role && !(role === "date" && current === "measure");
  return {
    ...params,
    roles: params.roles.map((current, at) => (at === column ? role : stays(current) ? current : null)),
  };
}

/** Gives a column a role, or none. */
export const withColumn = (params: ImportParams, column: number, role: Role | null): ImportParams =>
  role === null || SHARED.includes(role)
    ? { ...params, roles: params.roles.map((current, at) => (at === column ? role : current)) }
    : withRole(params, role, column);

/** How many columns are shown in file order before only the mapped and the first ones are. */
export const FEW_COLUMNS = 30;

/** The columns to show: all of a few; of many the mapped ones first, then others in file order as far as `others` goes. */
export function shownColumns(params: ImportParams, others: number): number[] {
  const all = params.roles.map((_, at) => at);
  if (all.length <= FEW_COLUMNS) return all;
  const mapped = all.filter((at) => params.roles[at] !== null);
  return [...mapped, ...all.filter((at) => params.roles[at] === null).slice(0, others)];
}

/** Columns whose name holds what was typed, letters in any case; all of them when nothing was. */
export function matchingColumns(names: readonly string[], typed: string): number[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return names.flatMap((name, at) => (name.toLocaleLowerCase().includes(wanted) ? [at] : []));
}

export const namesOf = (columns: readonly ColumnHead[], unnamed: (position: number) => string): string[] =>
  columns.map((column, at) => (column.name === "" ? unnamed(at + 1) : column.name));
