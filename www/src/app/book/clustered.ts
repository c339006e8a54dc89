import type { Engine } from "../../engine/protocol";
import type { Words } from "../../words";
import type { Cell, Sheet } from "../../workbook";
import type { State } from "../state";
import { clustersFile } from "../takeaway";

/** The customers of a customer file with their clusters, as the CSV of clusters has them; null without clusters. */
export async function clusteredSheet(engine: Engine, state: State, words: Words): Promise<Sheet | null> {
  const { clustering, lang, file } = state;
  if (clustering.report === null) return null;
  const saved = clustersFile(lang, file?.name ?? "", clustering.report, clustering.names);
  const text = await (await engine.exportClusters(saved.words)).text();
  const [columns = [], ...rows] = records(text);
  // Id and name of the cluster are text; number, distance and features are figures.
  const typed = (record: readonly string[]): readonly Cell[] =>
    record.map((field, at) => (at === 0 || at === 2 ? unguarded(field) : field === "" ? null : Number(field)));
  return { name: words.report.workbook.sheets.customers, columns, rows: [rows.map(typed)] };
}

/** Text without the apostrophe that a CSV puts before what a spreadsheet would run; a workbook has no need of it. */
const unguarded = (field: string): string => field.replace(/^'(?=[=@\t\r＝＋－＠+-])/, "");

/** Records of a CSV of the engine's own: comma, quotes doubled inside quotes, CRLF. */
export function records(text: string): string[][] {
  const found: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  field.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) break;
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    found.push(record);
    record = [];
  }
  return found;
}
