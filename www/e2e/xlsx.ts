/** Reads back the workbooks that the page saves, by the specifications and not by the page's own code. */

import { inflateRawSync } from "node:zlib";

/** Texts as strings, numbers as numbers, days (cells of the style of days) as dates; nothing as null. */
export type Value = string | number | null;

/** The files of an archive, by the directory at its end. */
function unzipped(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error("no archive");
  const found = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const length = bytes.readUInt16LE(at + 28);
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const text = inflateRawSync(bytes.subarray(data, data + bytes.readUInt32LE(at + 20)));
    if (text.length !== bytes.readUInt32LE(at + 24)) throw new Error("a file of another length than told");
    found.set(bytes.toString("utf8", at + 46, at + 46 + length), text.toString("utf8"));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}

const plain = (markup: string): string =>
  markup
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Column of a cell's place, from 0. */
const columnOf = (place: string): number =>
  [...place.replace(/\d+$/, "")].reduce((at, letter) => 26 * at + letter.charCodeAt(0) - 64, 0) - 1;

/** The sheets by name, each with all its rows. */
export function sheets(bytes: Buffer): Map<string, Value[][]> {
  const files = unzipped(bytes);
  const book = files.get("xl/workbook.xml") ?? "";
  const relations = files.get("xl/_rels/workbook.xml.rels") ?? "";
  const found = new Map<string, Value[][]>();
  for (const [, name = "", relation = ""] of book.matchAll(/<sheet name="([^"]*)" sheetId="\d+" r:id="([^"]*)"\/>/g)) {
    const target = new RegExp(`Id="${relation}"[^>]*Target="([^"]*)"`).exec(relations)?.[1] ?? "";
    found.set(plain(name), rowsOf(files.get(`xl/${target}`) ?? ""));
  }
  return found;
}

function rowsOf(sheet: string): Value[][] {
  if (sheet.includes("<f>")) throw new Error("a formula");
  return [...sheet.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, number, cells = ""], at) => {
    if (Number(number) !== at + 1) throw new Error(`row ${number} at place ${at + 1}`);
    const row: Value[] = [];
    for (const [, place = "", attributes = "", content = ""] of cells.matchAll(
      /<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs,
    )) {
      const text = /<t [^>]*>(.*?)<\/t>/s.exec(content)?.[1];
      const column = columnOf(place);
      while (row.length < column) row.push(null);
      if (text !== undefined) row.push(plain(text));
      else {
        const value = Number(/<v>(.*?)<\/v>/.exec(content)?.[1]);
        // A spreadsheet's day 25569 is 1970-01-01.
        row.push(
          attributes.includes('s="1"') ? new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10) : value,
        );
      }
    }
    return row;
  });
}
