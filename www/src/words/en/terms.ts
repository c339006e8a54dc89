import type { ColumnKind, DateOrder, DecimalMark, Delimiter, Role } from "../../engine/protocol";

/** Names of things that more than one screen speaks of. */
export const terms = {
  /** Between two sentences. */
  gap: " ",
  roles: {
    customer: "Customer",
    order: "Order number",
    date: "Date",
    amount: "Amount",
    quantity: "Quantity",
    price: "Unit price",
    category: "Category",
    channel: "Channel",
    region: "Region",
  } satisfies Record<Role, string>,
  kinds: {
    empty: "empty",
    date: "date",
    number: "number",
    text: "text",
  } satisfies Record<ColumnKind, string>,
  dateOrders: {
    year_first: "year-month-day",
    day_first: "day/month/year",
    month_first: "month/day/year",
  } satisfies Record<DateOrder, string>,
  decimals: {
    point: "1,234.56",
    comma: "1.234,56",
  } satisfies Record<DecimalMark, string>,
  delimiters: {
    comma: "comma (,)",
    semicolon: "semicolon (;)",
    tab: "tab",
    pipe: "bar (|)",
    blanks: "blanks",
  } satisfies Record<Delimiter, string>,
};
