import type { ImportParams, Role } from "../engine/protocol";
import type { PageError, State, View } from "./state";

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

/** What reading would need and cannot have, before it is tried; null where it fits. */
export function tooLarge(state: Pick<State, "read" | "head">): Extract<PageError, { code: "too_large" }> | null {
  const { read, head } = state;
  if (read !== null || head === null || head.estimatedMemory <= head.memoryLimit) return null;
  return { code: "too_large", bytes: head.bytes, needs: head.estimatedMemory, limit: head.memoryLimit };
}

/** Whether what was read can be folded to customers. */
export const canFold = (state: Pick<State, "read" | "importParams">): boolean =>
  state.read !== null &&
  state.importParams !== null &&
  missingForOrders(state.importParams).length === 0 &&
  !dateOrderOpen(state);

/** Whether a customer file was read that tells one of these of its customers: without dates and amounts there is nothing to add up. */
function listsCustomers({ read, importParams }: Pick<State, "read" | "importParams">, told: readonly Role[]): boolean {
  if (read === null || importParams === null) return false;
  const has = (role: Role) => importParams.roles.includes(role);
  return told.some(has) && !has("date") && missingForOrders(importParams).includes("amount");
}

/** Whether there are customers to cluster: those of the orders, or those that a customer file lists. */
export const canCluster = (state: Pick<State, "overview" | "read" | "importParams">): boolean =>
  state.overview !== null || listsCustomers(state, ["measure"]);

/** Whether there are customers to describe: by their orders, or by figures or text of a customer file. */
export const canDescribe = (state: Pick<State, "overview" | "read" | "importParams">): boolean =>
  state.overview !== null || listsCustomers(state, ["measure", "attribute", "category", "channel", "region"]);

/** Screens that show profiles. */
export const DESCRIBING: readonly View[] = ["profiles", "personas", "report"];
