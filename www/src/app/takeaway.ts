import type {
  CallQuery,
  CallWords,
  ClusterReport,
  ClusterWords,
  CoverageReport,
  ExportWords,
  GridDimension,
  JoinSide,
  Overview,
  ProfileReport,
  RfmReport,
  RowReason,
  RowWords,
  UnmatchedWords,
} from "../engine/protocol";
import { wordsOf } from "../words";
import { dimensionName, dimensionsOf, ownerNames, tierNames } from "./coverage-cells";
import { csvText } from "./csv";
import { divisionName } from "./divisions";
import type { Lang, State } from "./state";
import { profileRows } from "./tell/profile-rows";

/** Names no system refuses: what is not allowed in a file name becomes a hyphen. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|]/g, "-");

const stem = (source: string): string => source.replace(/\.[^.]+$/, "");

/** The customer table as a file: its words and its name. */
export function customersFile(
  lang: Lang,
  source: string,
  rfm: RfmReport,
  overview: Overview,
): { words: ExportWords; name: string } {
  const words = wordsOf(lang);
  const { columns, tiers } = words.files;
  return {
    words: {
      columns,
      attributes: overview.attributes.map((role) => words.terms.roles[role]),
      segments: rfm.segments.map((segment) => words.rfm.segmentName(segment.name)),
      tiers,
    },
    name: safe(`${stem(source)} ${words.files.customers}.csv`),
  };
}

/** The name of a table of the page as a file. */
export const tableFile = (source: string, title: string): string => safe(`${stem(source)} ${title}.csv`);

/** A call list as a file: its words and its name. */
export function callsFile(
  lang: Lang,
  source: string,
  report: CoverageReport,
  { which }: CallQuery,
): { words: CallWords; name: string } {
  const words = wordsOf(lang);
  const dimensions = dimensionsOf(words, report);
  const { tier, owner } = report.params;
  const named = (dimension: GridDimension | null, values: readonly string[]) =>
    dimension === null || values.length === 0 ? null : { name: dimensionName(words, dimension), values: [...values] };
  return {
    words: {
      customer: words.files.columns[0],
      dimensions: dimensions.map(({ name }) => name),
      segments: dimensions.map(({ segments }) => [...segments]),
      tier: named(tier, tierNames(words, report)),
      owner: named(owner, ownerNames(words, report)),
      columns: words.coverage.calls.columns,
      statuses: words.coverage.statuses,
    },
    name: safe(`${stem(source)} ${words.coverage.calls.which[which]}.csv`),
  };
}

/** Customers with their clusters as a file: its words and its name. */
export function clustersFile(
  lang: Lang,
  source: string,
  report: ClusterReport,
  names: readonly string[],
): { words: ClusterWords; name: string } {
  const words = wordsOf(lang);
  return {
    words: {
      columns: words.files.clusterColumns,
      features: report.features.map(({ key }) => words.features.name(key)),
      names: report.clusters.map((_, index) => names[index] || words.clustering.cluster(index)),
    },
    name: safe(`${stem(source)} ${words.files.clusters}.csv`),
  };
}

/** The profile of a division as a file: its content and its name. */
export function profileFile(lang: Lang, source: string, report: ProfileReport): { content: Blob; name: string } {
  const words = wordsOf(lang);
  return {
    content: new Blob([csvText(profileRows(words, report))], { type: "text/csv;charset=utf-8" }),
    name: safe(`${stem(source)} ${words.profiles.file.name} ${divisionName(words, report.division)}.csv`),
  };
}

/** Name of a file with a model. */
export const modelFile = (lang: Lang, source: string): string =>
  safe(`${stem(source)} ${wordsOf(lang).files.model}.json`);

/** Name of a report. */
export const reportFile = (lang: Lang, source: string): string =>
  safe(`${stem(source)} ${wordsOf(lang).files.report}.html`);

/** Name of a workbook. */
export const workbookFile = (lang: Lang, source: string): string =>
  safe(`${stem(source)} ${wordsOf(lang).files.workbook}.xlsx`);

/** Name of a picture. */
export const pictureFile = (lang: Lang, source: string, title: string, kind: string): string =>
  safe(`${stem(source) || wordsOf(lang).shell.name} ${title}.${kind}`);

/** Name of a settings file. */
export const recipeFile = (lang: Lang, source: string): string =>
  safe(`${stem(source)} ${wordsOf(lang).imports.file}.json`);

/** Rows of the file as a file: its words and its name. */
export function rowsFile(lang: Lang, source: string, reason: RowReason): { words: RowWords; name: string } {
  const words = wordsOf(lang);
  const { table } = words.issues;
  const reasons = Object.fromEntries(Object.entries(table).map(([code, { name }]) => [code, name]));
  return {
    words: {
      file: words.files.file,
      line: words.issues.line,
      reason: words.files.reason,
      reasons: reasons as Record<keyof typeof table, string>,
    },
    name: safe(`${stem(source)} ${reason === null ? words.files.setAside : table[reason].name}.csv`),
  };
}

/** Customers that only one side of a join has, as a file: its words and its name. */
export function unmatchedFile(
  { lang, file, companions }: Pick<State, "lang" | "file" | "companions">,
  table: number,
  side: JoinSide,
): { words: UnmatchedWords; name: string } {
  const { files } = wordsOf(lang);
  const other = companions.find((one) => one.table === table)?.files[0]?.name ?? "";
  const [here, there] = side === "transactions" ? [file?.name ?? "", other] : [other, file?.name ?? ""];
  return {
    words: { customer: files.columns[0], rows: files.rows },
    name: safe(`${files.onlyIn(stem(here), stem(there))}.csv`),
  };
}
