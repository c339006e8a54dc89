import type { ImportParams, Role } from "../engine/protocol";
import type { State } from "./state";

/** Roles that are still missing for orders to be told; `amount` stands for amount, or quantity and price. */
export function missingForOrders(params: ImportParams): Role[] {
  const has = (role: Role) => params.roles.includes(role);
  const missing: Role[] = [];
  if (!has("customer")) missing.push("customer");
  if (!has("date")) missing.push("date");
  if (!has("amount") && !(has("quantity") && has("price"))) missing.push("amount");
  return missing;
}

/** Whether every date of the column can be read both ways, and is another day then, so that only the user can tell. */
export const dateOrderOpen = (state: Pick<State, "read">): boolean =>
  state.read !== null && state.read.dateOrder === null && state.read.dateReadings.length > 0;

/** Whether what was read can be folded to customers. */
export const canFold = (state: Pick<State, "read" | "importParams">): boolean =>
  state.read !== null &&
  state.importParams !== null &&
  missingForOrders(state.importParams).length === 0 &&
  !dateOrderOpen(state);
