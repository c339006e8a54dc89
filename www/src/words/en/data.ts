import type { SampleId } from "../../app/state";
import type {
  DateEvidence,
  DateOrder,
  DecimalMark,
  Example,
  FileKind,
  NumberEvidence,
  Role,
  RoleReason,
  TurnedDates,
} from "../../engine/protocol";
import { plain, sentence } from "../sentence";
import { count, f } from "./format";
import { terms } from "./terms";

const needs: Record<Role, string> = { ...terms.roles, amount: "Amount (or Quantity and Unit price)" };

const firstOf = (first: Example | null) =>
  first === null ? "" : `, first line ${f.number(first.line)}: ${first.value}`;

const looksLike: Record<Exclude<FileKind, "transactions">, string> = {
  customers: "a customer file",
  contacts: "visits or other contacts",
  targets: "targets",
};

const yearPlaces = ({ first, last }: TurnedDates) =>
  `the first number lies in ${f.number(first[0])} to ${f.number(first[1])}, the last in ${f.number(last[0])} to ${f.number(last[1])}`;

export const data = {
  empty: {
    headline: sentence`Drop an order or customer file and see who your customers are.`,
    basis: "Everything is computed by this page, on your own machine.",
    drop: "Drop CSV or Excel files here",
    dropping: "Let go to open",
    choose: "Choose files",
    what: [
      "One row per order or order line: customer, date and amount (or quantity and price). Further columns such as order number, category, channel and region are used where there are any.",
      "Excel and OpenDocument workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods); CSV or text in any usual encoding (UTF-8, GBK, Big5, UTF-16 ...), divided by comma, semicolon, tab, bar or blanks; column names in English or Chinese. Any size: files are read in blocks.",
      "Several at once: files with the same columns are read as one; a customer file, visits or targets stand beside the orders.",
    ],
    samples: "Or look around with a sample",
    neverTitle: "What never happens to your data",
    never: [
      "It is not sent anywhere: once a file is open, the page is forbidden to connect to anything, and shows the measured count.",
      "It is not stored: closing or reloading the page forgets it.",
      "It is not changed: the file on your disk is only read.",
    ],
  },
  samples: {
    retail: {
      name: "Online Retail",
      what: "25,900 invoices of a British gift wholesaler, December 2010 to December 2011, with refunds and missing customers.",
      source:
        "D. Chen, Online Retail, UCI Machine Learning Repository 2015, doi 10.24432/C5BW33, CC BY 4.0; 541,909 lines summed per invoice",
    },
    fmcg: {
      name: "FMCG orders (Chinese)",
      what: "Eighteen months of orders of a consumer goods maker in China, with regions, channels and categories.",
      source: "Made up by a program from a fixed seed; no real company or person",
    },
  } satisfies Record<SampleId, { name: string; what: string; source: string }>,
  another: "Open other files",
  tables: {
    title: "Files",
    note: (files: number, tables: number) =>
      `${count(files, "file")} in ${count(tables, "table")}; files with the same columns are read as one`,
    name: (first: string, files: number) => (files < 2 ? first : `${first} and ${f.number(files - 1)} more`),
    add: "Add files",
    table: "Table",
    kind: "Taken for",
    kindOf: (table: string) => `What ${table} is taken for`,
    customer: "Customer column",
    customerOf: (table: string) => `Customer column of ${table}`,
    rows: "Rows",
    setAside: "Set aside",
    notRead: "not read",
    main: "gives the figures",
    first: "Compute from this",
    files: (n: number) => `All ${count(n, "file")}, in the order they are read`,
    file: "File",
    size: "Size",
    refused: (n: number) => `${count(n, "file")} left out`,
  },
  joins: {
    title: "Customers matched",
    note: "by id; 17850.0 and 17850 are the same",
    both: "In both",
    onlyIn: (table: string) => `Only in ${table}`,
    prospects: (table: string) => `Only in ${table}: no purchase yet`,
    customers: "Customers",
    rowsIn: (table: string) => `Rows in ${table}`,
    examples: "First ids",
  },
  head: {
    headline: (file: string, kind: FileKind, rows: number, exact: boolean, columns: number) =>
      kind === "transactions"
        ? sentence`${plain(file)} looks like ${plain(exact ? "" : "about ")}${count(rows, "order row")} in ${count(columns, "column")}.`
        : sentence`${plain(file)} looks like ${plain(looksLike[kind])}: ${plain(exact ? "" : "about ")}${count(rows, "row")} in ${count(columns, "column")}.`,
    sheetBasis: (sheet: string, sampled: number) =>
      `Sheet ${sheet}. Judged by ${count(sampled, "row")} from its head and a few places further on; change below what was misjudged.`,
    basis: (bytes: number, sampled: number) =>
      `${f.bytes(bytes)}. Judged by ${count(sampled, "row")} from the file's head and a few places further on; change below what was misjudged.`,
  },
  settings: {
    label: "How the file is read",
    sheet: "Sheet",
    hiddenSheet: (name: string) => `${name} (hidden)`,
    delimiter: "Divided by",
    header: "First row",
    headerYes: "column names",
    headerNo: "data",
    dateOrder: "Dates",
    decimal: "Decimal mark",
    auto: "automatic",
    autoGuess: (guess: string) => `automatic: ${guess}`,
    doubtful: (roles: readonly Role[]) =>
      `Guessed by content only, please check: ${f.list(roles.map((role) => terms.roles[role]))}`,
  },
  missing: {
    title: "Not enough for orders yet",
    text: (roles: readonly Role[]) =>
      `Overview and RFM need a customer, a date and an amount. Still missing: ${f.list(roles.map((role) => needs[role]))}. Choose the columns below if the file has them.`,
  },
  customerFile: {
    title: "This is a customer file: there are no transactions in it",
    text: (roles: readonly Role[], measures: boolean, attributes: boolean) =>
      `It has one row per customer. ${measures ? "Its numeric columns are what Clusters compares the customers by; beside orders they are joined by customer." : "Give a column the role Numeric column, and Clusters can compare the customers by it."}${attributes ? " Its text columns divide and describe the customers in Profiles." : ""} Overview and RFM tell what customers bought and when, and for that need orders with: Customer, Date, Amount (or Quantity and Unit price). Missing here: ${f.list(roles.map((role) => needs[role]))}. If a column below does hold them, give it its role; otherwise open the order file.`,
  },
  roles: {
    title: "Roles",
    note: "which column plays which part",
    role: "Role",
    column: "Column",
    why: "Why",
    none: "none",
    needed: "needed",
    for: {
      customer: "who bought",
      order: "same number, same order",
      date: "when it was bought",
      amount: "net, of the row",
      quantity: "units; times price is the amount",
      price: "per unit",
      category: "product group",
      channel: "where it was sold",
      region: "province, region or country",
      measure: "figures of the customer, to cluster by",
      attribute: "categories to describe segments by",
    } satisfies Record<Role, string>,
    reasons: {
      header: "its name",
      content: "its content; please check",
      chosen: "you chose it",
    } satisfies Record<RoleReason, string>,
    shared: {
      measure: "Choose them in the preview: any number of columns of a customer file.",
      attribute: "Choose them in the preview: any number of columns in which values repeat.",
    },
    columnFor: (role: string) => `Column for ${role}`,
    unnamed: (position: number) => `Column ${f.number(position)}`,
    search: "Search columns",
    matches: (shown: number, all: number) =>
      shown < all ? `first ${f.number(shown)} of ${count(all, "column")}; type to narrow down` : count(all, "column"),
  },
  columns: {
    title: "Preview",
    note: (rows: number) => `first ${count(rows, "row")}, as they are read`,
    line: "Row",
    noRole: "not used",
    roleOf: (column: string) => `Role of ${column}`,
    kind: "Kind",
    rows: "Rows",
    distinct: "Different",
    missing: "Empty %",
    shown: (shown: number, all: number) => `${f.number(shown)} of ${count(all, "column")} shown`,
    showMore: (n: number, all: number) => `Show ${f.number(n)} more of ${f.number(all)}`,
    summary: "Columns",
    summaryNote: "judged by the sampled rows",
    name: "Column",
    role: "Role",
    examples: "Examples",
  },
  read: {
    button: "Read the whole file",
    overview: "See the overview",
    clusters: "See the clusters",
    profiles: "See the profiles",
    rfm: "See the RFM segments",
    memory: (bytes: number) => `needs about ${f.bytes(bytes)} of memory`,
    progress: (done: number, total: number, rows: number, setAside: number) =>
      `${f.bytes(done)} of ${f.bytes(total)} · ${count(rows, "row")} · ${f.number(setAside)} set aside`,
    reading: "Reading the whole file",
    unpacked: (done: number, total: number) =>
      total === 0 ? count(done, "row") : `${f.number(done)} of ${count(total, "row")}`,
    readingAgain: "Reading again: the whole column settled what the head had left open",
    exporting: "Going through the file for these rows",
  },
  report: {
    headline: (rows: number, customers: number, setAside: number) =>
      setAside === 0
        ? sentence`${count(rows, "row")} read, ${count(customers, "customer")}, nothing set aside.`
        : sentence`${count(rows, "row")} read, ${count(customers, "customer")}; ${count(setAside, "row")} set aside.`,
    rowsOnly: (rows: number, columns: number, setAside: number) =>
      setAside === 0
        ? sentence`${count(rows, "row")} read in ${count(columns, "column")}, nothing set aside.`
        : sentence`${count(rows, "row")} read in ${count(columns, "column")}; ${count(setAside, "row")} set aside.`,
    basis: (file: string, bytes: number, kept: number, rows: number) =>
      `${file}, ${f.bytes(bytes)}. Computed with: ${count(kept, "row")} (${f.percent(rows === 0 ? 0 : kept / rows)}).`,
    blank: (lines: number) => (lines === 0 ? null : `${count(lines, "blank line")} passed over.`),
    setAside: "Set aside",
    setAsideNote: "not computed with; nothing of it is lost",
    nothing: "Every row is computed with.",
    kept: "Noticed",
    keptNote: "these rows are computed with",
    reason: "Reason",
    rows: "Rows",
    share: "of all %",
    first: "First places",
    export: "Save as CSV",
    exportOf: (reason: string) => `Save as CSV: ${reason}`,
    exportAll: (rows: number) => `Save all ${count(rows, "row")} set aside`,
    dateOrder: (order: DateOrder, evidence: DateEvidence) => {
      const only = order === "month_first" ? evidence.monthFirst : evidence.dayFirst;
      if (evidence.turned !== null && evidence.turned.cells === evidence.dayFirst + evidence.monthFirst + evidence.both)
        return `Dates: ${terms.dateOrders[order]}. The year has two digits: ${yearPlaces(evidence.turned)}; the day ranges more widely than the year.`;
      if (order === "year_first" || only + evidence.both === 0)
        return `Dates: ${terms.dateOrders[order]}, in ${count(evidence.unambiguous, "row")} without doubt.`;
      return `Dates: ${terms.dateOrders[order]}. ${count(only, "row")} can only be read so; ${f.number(evidence.both)} could be read either way.`;
    },
    /** Nothing where every number reads one way. */
    decimal: (mark: DecimalMark, evidence: NumberEvidence) => {
      const only = mark === "point" ? evidence.point : evidence.comma;
      const either = evidence.eitherComma + evidence.eitherPoint;
      if (either === 0) return null;
      const commas = evidence.eitherComma >= evidence.eitherPoint;
      const example = commas ? "1,234" : "1.234";
      const as = commas === (mark === "point") ? "thousands" : "decimals";
      return only > 0
        ? `Numbers: ${terms.decimals[mark]}. ${count(only, "cell")} can only be read so; ${f.number(either)} could be read either way.`
        : `Numbers: ${count(either, "cell")} like ${example} could be thousands or decimals; read as ${as}. If that is wrong, change the decimal mark below.`;
    },
  },
  again: {
    title: "The whole column decided otherwise than the head, so the file was read again",
    dates: (now: DateOrder, evidence: DateEvidence, first: Example | null) =>
      now === "year_first" && evidence.turned !== null
        ? `Dates are ${terms.dateOrders[now]}: the year has two digits, and ${yearPlaces(evidence.turned)}.`
        : `Dates are ${terms.dateOrders[now]}: ${count(now === "month_first" ? evidence.monthFirst : evidence.dayFirst, "row")} can only be read so${firstOf(first)}.`,
    decimal: (now: DecimalMark, first: Example | null) =>
      `Amounts are written like ${terms.decimals[now]}${firstOf(first)}.`,
  },
  undecided: {
    title: "Day, month or year first? The file does not tell",
    text: (rows: number) =>
      `All ${count(rows, "date")} can be read in more than one way, so only you can know. Recency and every period depend on it; Overview and RFM wait for your choice.`,
    example: "In the file",
    choose: (order: DateOrder) => `It is ${terms.dateOrders[order]}`,
  },
  reopen: "Open it again",
};
