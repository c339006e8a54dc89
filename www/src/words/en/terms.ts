import type {
  ColumnKind,
  DateOrder,
  DecimalMark,
  Delimiter,
  Division,
  Encoding,
  FileKind,
  Role,
  Stage,
} from "../../engine/protocol";

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
    measure: "Numeric column",
    attribute: "Text column",
  } satisfies Record<Role, string>,
  fileKinds: {
    transactions: "orders",
    customers: "customers",
    contacts: "visits and contacts",
    targets: "targets",
  } satisfies Record<FileKind, string>,
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
  encodings: {
    utf8: "UTF-8",
    utf16_le: "UTF-16 LE",
    utf16_be: "UTF-16 BE",
    gb18030: "GB18030 (GBK)",
    big5: "Big5",
    shift_jis: "Shift JIS",
    windows1252: "Windows-1252",
  } satisfies Record<Encoding, string>,
  delimiters: {
    comma: "comma (,)",
    semicolon: "semicolon (;)",
    tab: "tab",
    pipe: "bar (|)",
    blanks: "blanks",
  } satisfies Record<Delimiter, string>,
  /** Ways to divide customers; a text column has its own name. */
  divisions: {
    rfm: "RFM segments",
    tiers: "Value tiers",
    clusters: "Clusters",
    lifecycle: "Lifecycle",
  } satisfies Record<Exclude<Division["kind"], "attribute">, string>,
  /** Customers whom a division leaves out: no rule claims their scores, a feature is missing, or the cell is empty. */
  unassigned: {
    rfm: "Others",
    tiers: "Unassigned",
    clusters: "Unassigned",
    lifecycle: "Unassigned",
    attribute: "Not stated",
  } satisfies Record<Division["kind"], string>,
  /** Stages of the lifecycle. */
  stages: {
    new: "New",
    active: "Active",
    returned: "Returned",
    drowsy: "Drowsy",
    lost: "Lost",
  } satisfies Record<Stage, string>,
};
