/** Files that the tests make: every figure in them follows from how they are made. */

import type { Page } from "@playwright/test";

const two = (n: number) => String(n).padStart(2, "0");

export const idOf = (customer: number) => `C${String(customer).padStart(6, "0")}`;

/**
 * One order per customer, then a second one for every other customer. Customer n spends n + 1 in its first order
 * and 1 in its second.
 */
export function orderBook(customers: number): string {
  const lines = ["customer,order,date,amount"];
  for (let n = 0; n < customers; n += 1)
    lines.push(`${idOf(n)},A${n},2024-${two(1 + (n % 6))}-${two(1 + (n % 28))},${n + 1}`);
  for (let n = 0; n < customers; n += 2) lines.push(`${idOf(n)},B${n},2024-${two(7 + (n % 6))}-${two(1 + (n % 28))},1`);
  return `${lines.join("\n")}\n`;
}

/** A few orders of a few customers, enough for every step. */
export const FEW = orderBook(12);

/** A file too large to be handed over: made in the page of one part, repeated. */
export interface Repeated {
  readonly name: string;
  readonly head: string;
  /** The part is `unit`, `units` times. */
  readonly unit: string;
  readonly units: number;
  readonly parts: number;
}

/** Gives the page's own input a file that is made in the page; gives its size. */
export async function chooseRepeated(page: Page, made: Repeated): Promise<number> {
  return page.evaluate(({ name, head, unit, units, parts }) => {
    const part = new Blob([unit.repeat(units)]);
    const file = new File([head, ...Array.from({ length: parts }, () => part)], name, { type: "text/csv" });
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const input = document.querySelector<HTMLInputElement>("[data-testid=file-input]");
    if (input === null) throw new Error("no file input");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return file.size;
  }, made);
}

/** Orders without end: 1,000 rows of 32 bytes per unit, 250 customers with four orders each. */
export function manyOrders(name: string, megabytes: number): Repeated {
  const unit = Array.from(
    { length: 1000 },
    (_, n) =>
      `${idOf(n % 250)},O${String(n).padStart(8, "0")},2024-${two(1 + (n % 12))}-${two(1 + (n % 28))},${two(n % 100)}\n`,
  ).join("");
  if (unit.length !== 32_000) throw new Error(`a unit of ${unit.length} bytes`);
  // 125 units are 4 MB.
  return { name, head: "customer,order,date,amount\n", unit, units: 125, parts: Math.ceil(megabytes / 4) };
}
