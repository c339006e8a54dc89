import type { BinaryKind, Role, Step } from "../../engine/protocol";
import { shortly } from "../format";
import { type SettingWords, settingFound, settingName, settingRule } from "../setting";
import type { ErrorWords } from "../told";
import { features } from "./features";
import { count, f } from "./format";
import { terms } from "./terms";

const binaries: Record<BinaryKind, { is: string; todo: string }> = {
  zip: {
    is: "a zip archive or an Office document, but no workbook",
    todo: "Unpack an archive and drop what is inside; copy the table of a document into a workbook.",
  },
  ole: {
    is: "an old Office document, but no workbook",
    todo: "Copy its table into a workbook, or export it as CSV.",
  },
  pdf: { is: "a PDF document", todo: "Export the table it was made from as CSV." },
  image: { is: "an image", todo: "Export the table it was made from as CSV." },
  gzip: { is: "a compressed file (gzip)", todo: "Unpack it and drop what is inside." },
  html: {
    is: "a web page (an HTML table), whatever its name says",
    todo: "Open it in Excel, save it as .xlsx or as CSV UTF-8, and open that here.",
  },
  xml: {
    is: "an XML file, such as “XML Spreadsheet 2003”",
    todo: "Open it in Excel, save it as .xlsx or as CSV UTF-8, and open that here.",
  },
  json: { is: "a JSON file", todo: "Export the data as CSV or as a workbook." },
  unknown: { is: "not a text file", todo: "Export the data as CSV in UTF-8." },
};

const steps: Record<Step, string> = {
  head: "open a file",
  read: "read the whole file",
  customers: "add up the customers",
  rfm: "score the customers",
  features: "try numbers of clusters",
  clusters: "take a number of clusters",
};

const settings: SettingWords = {
  names: {
    "scoring.bins": "The number of scores",
    "scoring.r": "The thresholds of R",
    "scoring.f": "The thresholds of F",
    "scoring.m": "The thresholds of M",
    weights: "The weights",
    rules: "The number of scores per dimension (R × F × M) for this set of segments",
    "tiers.high": "The share of the high tier",
    "tiers.middle": "The share of the middle tier",
    "refundMark.prefix": "The start of refund order numbers",
    "features.cap": "The quantiles that values are capped at",
    "lifecycle.warning": "The warning gap of the lifecycle",
    "lifecycle.loss": "The loss gap of the lifecycle",
    "lifecycle.ownGap": "The factor on a customer's own gap",
    earlier: "The earlier date",
    period: "The period",
    before: "The period to compare with",
    plan: "The touches planned a month",
    capacity: "The touches an owner can make a month",
    "reallocation.budget": "The budget as a multiple of today's",
    "reallocation.floor": "The part that every cell keeps",
    "reallocation.cost": "The cost of a touch",
    "reallocation.shape": "The exponent of the curve",
    "reallocation.kept": "The sales that stay without touches",
    "reallocation.limits": "The limits of a cell",
  },
  rule: (n) => `Segment rule ${f.number(n)}`,
  range: (from, to) => `${from} to ${to}`,
  rules: {
    not_negative: "no weight below zero",
    not_all_zero: "at least one weight above zero",
    ascending: "numbers in ascending order, none twice",
    not_empty: "some text",
    unique: "a name that no other rule has",
    "1..": "1 or more days",
    "warning..": "no fewer days than the warning gap",
    above_zero: "a number above zero",
    from_to: "a first day that is not after the last",
    "0..=1-high": "0 to 1 minus the share of the high tier",
  },
  empty: "empty",
};

const needs: Record<Role, string> = {
  ...terms.roles,
  amount: `${terms.roles.amount} (or ${terms.roles.quantity} and ${terms.roles.price})`,
};

const cut = (names: readonly string[]) => f.list(names.map((name) => (name === "" ? "(no name)" : name)));

export const errors: ErrorWords = {
  empty_file: (_, file) => ({
    title: `${file} is empty`,
    text: "It has no line with anything in it. Check that the export finished, and open the file again.",
  }),
  header_only: (error, file) => ({
    title: `${file} has a header and no rows`,
    text: `Found the columns ${cut(error.columns)}, and nothing under them. At least one row is needed: check that the export finished, and open the file again.`,
  }),
  one_column: (error, file) => ({
    title: `${file} has only one column`,
    text: `No comma, semicolon, tab, bar or blanks divides its lines. The first line reads: ${error.line}. At least two columns are needed: where whole lines stand in column A of a sheet, divide them in Excel (Data, Text to Columns) and save; else check how the file was exported.`,
  }),
  not_text: (error, file) => ({
    title: `${file} is ${binaries[error.kind].is}`,
    text: `A text file with columns is needed. ${binaries[error.kind].todo}`,
  }),
  encrypted_workbook: (_, file) => ({
    title: `${file} is protected by a password`,
    text: "Its content is encrypted. Open it in Excel, take the password off (File, Info, Protect Workbook) and save it, then open it here again.",
  }),
  broken_workbook: (error, file) => ({
    title: `${file} is damaged`,
    text: `${error.sheet === null ? "It" : `The sheet ${error.sheet}`} cannot be read to its end. Open the workbook in Excel, which may repair it, save it under another name, and open that.`,
  }),
  workbook_too_large: (error, file) => ({
    title: `${file} unpacks to too much`,
    text: `It would unpack to ${f.bytes(error.bytes)}, and ${f.bytes(error.limit)} can be held. Save the sheet as CSV in Excel: a text file of any size is read in blocks.`,
  }),
  empty_workbook: (_, file) => ({
    title: `${file} has nothing in it`,
    text: "None of its sheets has a filled cell. Check that the export finished, and open the file again.",
  }),
  no_such_sheet: (error, file) => ({
    title: `${file} has no sheet ${error.sheet}`,
    text: "It may have been renamed. Choose one of the sheets that are there.",
  }),
  line_too_long: (error, file) => ({
    title: `Line ${f.number(error.line)} of ${file} has no end`,
    text: `It is longer than ${f.bytes(error.limit)}. A table has one row per line; check that the line breaks survived the export.`,
  }),
  too_large: (error, file) => ({
    title: `${file} is too large for this browser tab`,
    text: `Reading its ${f.bytes(error.bytes)} with these columns needs about ${f.bytes(error.needs)} of memory, and ${f.bytes(error.limit)} can be had. Give fewer columns a role, or divide the file by period.`,
  }),
  needs_transactions: (error) => ({
    title: "This needs orders",
    text: `Missing: ${f.list(error.missing.map((role) => needs[role]))}. Choose these columns under Data, or open a file with one row per order or order line.`,
  }),
  bad_mapping: (error) => ({
    title: `${terms.roles[error.role]}: one column, please`,
    text:
      error.columns.length > 1
        ? `Columns ${f.list(error.columns.map((column) => f.number(column + 1)))} were given this role. Keep one of them.`
        : "The column chosen for it does not exist in this file. Choose another.",
  }),
  column_missing: (error, file) => ({
    title: `${file} has no column for ${needs[error.role]}`,
    text: "It is read together with files that have one. Check how its columns are divided, or open it by itself.",
  }),
  no_readable_date: (error, file) => ({
    title: `No date in column ${error.column} of ${file}`,
    text: "Not one cell reads as a date such as 2011-12-09, 09/12/2011 or 20111209. Choose another column for the date, or another date order.",
    examples: error.examples,
  }),
  no_readable_number: (error, file) => ({
    title: `No number in column ${error.column} of ${file}`,
    text: error.examples.every((example) => example.value === "")
      ? "The column is empty. Choose another; if Excel shows numbers there, they are formulas that were never calculated: open the workbook in Excel, save it, and open it here again."
      : "Not one cell reads as a number. Choose another column, or another decimal mark.",
    examples: error.examples,
  }),
  no_customer: (error, file) => ({
    title: `No customer in column ${error.column} of ${file}`,
    text: `The cell is empty in all ${count(error.rows, "row")}. Choose the column that says who bought.`,
  }),
  no_rows: (error, file) => ({
    title: `No row of ${file} could be used`,
    text: `All ${count(error.rows, "row")} were set aside. The reasons are listed under Data; most often a column has the wrong role.`,
  }),
  no_purchases: (error) => ({
    title: "No purchases",
    text: `There are ${count(error.customers, "customer")}, and not one has a purchase: only refunds, or everything lies after the as-of date. Check the amount column, the refund mark and the as-of date.`,
  }),
  sum_too_large: (error) => ({
    title: `The amounts of customer ${error.customer} are too large`,
    text: "They add up to more than 9,200,000,000,000, which cannot be computed exactly. Check whether the amount column is the right one.",
  }),
  bad_setting: (error) => ({
    title: "A setting is out of range",
    text: `${settingName(settings, error.setting)}: found ${settingFound(settings, error.found)}, needed ${settingRule(settings, error.expected)}. Change it and the result comes back.`,
  }),
  bad_recipe: (error) => ({
    title: "This is not a settings file of SegmentLab",
    text: `The JSON file is not in the form that “Save settings” writes: ${error.found}. Choose a settings file saved here, or drop the data itself as CSV or Excel.`,
  }),
  no_features: () => ({
    title: "No feature chosen",
    text: "Choose at least one figure to compare the customers by.",
  }),
  no_such_feature: (error) => ({
    title: `${features.name(error.feature)} is not there`,
    text: "The open data lack this feature. Map the column it comes from under Data, add the file that has it, or leave it out.",
  }),
  empty_feature: (error) => ({
    title: `${features.name(error.feature)} has no value`,
    text: "It is missing for every customer. Leave it out, or check under Data whether its column was read as numbers.",
  }),
  feature_twice: (error) => ({
    title: `${features.name(error.feature)} is chosen twice`,
    text: "It would count double. Keep one of the two.",
  }),
  constant_feature: (error) => ({
    title: `${features.name(error.feature)} is the same for everyone`,
    text: error.madeOne
      ? `Once extreme values are capped or transformed, every customer has ${f.number(error.value, 2)}. Cap less, choose another transform, or leave it out.`
      : `Every customer has ${f.number(error.value, 2)}, so it tells none apart. Leave it out.`,
  }),
  flat_quartiles: (error) => ({
    title: `${features.name(error.feature)} cannot be scaled by quartiles`,
    text: `At least half of the customers have ${f.number(error.value, 2)}, so both quartiles are the same and there is nothing to divide by. Standardise it, or bring it to 0 to 1.`,
  }),
  feature_out_of_range: (error) => ({
    title: `${features.name(error.feature)} has values that cannot be used`,
    text:
      error.expected === "above_minus_one"
        ? `ln(1 + x) needs values above -1, and ${count(error.customers, "customer")} ${error.customers === 1 ? "has" : "have"} none, the first ${shortly(error.value)}. Choose Yeo-Johnson, which takes any number, or no transform.`
        : `${count(error.customers, "customer")} ${error.customers === 1 ? "has" : "have"} a value that is too large or no number, the first ${shortly(error.value)}. Correct it in the file, or leave the feature out.`,
  }),
  too_few_customers: (error) => ({
    title: "Too few customers to cluster",
    text: `${count(error.customers, "customer")} with all features${error.dropped > 0 ? `; ${f.number(error.dropped)} were left out because a value is missing` : ""}. At least two are needed. ${error.dropped > 0 ? "Fill in the median instead, or choose features that more customers have." : "Open a file with more customers."}`,
  }),
  too_many_clusters: (error) => ({
    title: "More clusters than different customers",
    text: `${count(error.clusters, "cluster")} asked for, but the customers take only ${count(error.distinct, "different value")} in these features. Ask for at most ${f.number(error.distinct)} clusters, or add a feature.`,
  }),
  mixture_failed: (error) => ({
    title: "No mixture fits these customers",
    text: `${count(error.clusters, "normal distribution")} cannot be fitted: some would shrink to customers who are all alike. Ask for fewer clusters, or use k-means.`,
  }),
  bad_model: (error) => ({
    title: "This is not a cluster model of SegmentLab",
    text: `The JSON file is not in the form that “Save model” writes: ${error.found}. Choose a model saved here.`,
  }),
  file_changed: (_, file) => ({
    title: `${file} can no longer be read`,
    text: "It was changed, moved or removed after it was opened. Open it again.",
  }),
  bad_grid: ({ dimensions, cells }) => ({
    title: "No cells can be made of these",
    text:
      dimensions === 0 || dimensions > 3
        ? `${count(dimensions, "dimension")} were chosen; one to three are possible.`
        : `They make ${count(cells, "cell")}; 1 to 100,000 are possible. Choose columns with fewer values, or fewer of them.`,
  }),
  bad_reach: ({ touches, target }) => ({
    title: "Coverage cannot be told like this",
    text: `At least one touch has to be asked for, and a target lies between 0% and 100%. Asked for: ${count(touches, "touch", "touches")}, ${f.percent(target)}. Change it and the result comes back.`,
  }),
  bad_tiers: () => ({
    title: "These weights or shares cannot be used",
    text: "No weight may be below zero and at least one of each group must be above it; the shares of the tiers make at most 100% together. Change them and the result comes back.",
  }),
  bad_market: () => ({
    title: "A figure of the market cannot be used",
    text: "Customers and sales of a market are numbers from zero on. Correct the file of targets and open it again.",
  }),
  bad_allocation: ({ cell }) => ({
    title: cell === null ? "The budget is below what has to stay" : "The limits of a cell contradict each other",
    text:
      cell === null
        ? "The floors of the cells together need more than the budget or a capacity. Lower the floors, or raise the budget or the capacity."
        : "A floor is above its ceiling, or a number is below zero. Change it and the result comes back.",
  }),
  not_ready: (error) => ({ title: "Something comes first", text: `First ${steps[error.step]}.` }),
  cancelled: () => ({
    title: "Stopped",
    text: "Nothing was kept of the unfinished step. Your settings are as they were.",
  }),
  engine_crashed: (error, file) => ({
    title: "The computing part failed",
    text: `The fault is ours; ${file} is untouched and your settings are kept. Open the file again; if it comes back, please report this: ${error.detail}`,
  }),
  out_of_memory: (_, file) => ({
    title: "The browser gave no more memory",
    text: `Your settings are kept. Close other tabs and open ${file} again, give fewer columns a role, or divide the file by period.`,
  }),
  engine_unavailable: (error) => ({
    title: "The computing part could not be started",
    text: `It needs a browser of 2023 or later with WebAssembly. Reload the page; if that does not help, the browser says: ${error.detail}`,
  }),
  too_many_rows: ({ rows, most }) => ({
    title: "A workbook has no room for so many customers",
    text: `A sheet of Excel holds ${f.number(most)} rows, and there are ${f.number(rows)} customers. Save them as CSV instead, or filter them on the RFM screen.`,
  }),
  storage_full: ({ bytes }) => ({
    title: "There is no room on this device",
    text: `The browser has no room left for ${f.bytes(bytes)}. Erase a project that is kept, or save the settings as a file: dropped with the same data they give the same study.`,
  }),
  storage_unavailable: () => ({
    title: "This browser keeps nothing",
    text: "It forbids pages to keep anything, as in a private window. Save the settings as a file instead: dropped with the same data they give the same study.",
  }),
  sample_unavailable: () => ({
    title: "The sample could not be fetched",
    text: "It lies beside this page; is the connection up? Try again, or open a file of your own.",
  }),
};
