import { inflateRawSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { workbookOf } from ".";
import { columnName, sheetName } from "./sheet";

/** The files of an archive by the directory at its end, as the specification of ZIP has it (APPNOTE 4.3). */
async function unzipped(blob: Blob): Promise<Map<string, string>> {
  const bytes = Buffer.from(await blob.arrayBuffer());
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const length = bytes.readUInt16LE(at + 28);
    const start = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const text = inflateRawSync(bytes.subarray(data, data + packed));
    expect(text.length).toBe(size);
    found.set(name, text.toString("utf8"));
    at += 46 + length;
  }
  return found;
}

const sheet = (rows: readonly (readonly (string | number | null | { day: number })[])[], name = "客户") => ({
  name,
  columns: ["Id", "日期", "Amount"],
  rows: [rows.slice(0, 1), rows.slice(1)],
});

describe("a workbook", () => {
  it("holds text as text, numbers as numbers and days as days", async () => {
    const files = await unzipped(
      await workbookOf([
        sheet([
          ["=1+1", { day: 15_317 }, 12.5],
          ["a & <b>", null, Number.NaN],
        ]),
      ]),
    );
    const text = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(text).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    // 9 December 2011 is day 40886 of a spreadsheet, which counts 1 January 1900 as 1 and has a 29 February 1900.
    expect(text).toContain('<c r="B2" s="1"><v>40886</v></c><c r="C2"><v>12.5</v></c>');
    expect(text).toContain(
      '<row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve">a &amp; &lt;b&gt;</t></is></c></row>',
    );
    expect(text).not.toContain("<f>");
    expect(files.get("xl/workbook.xml")).toContain('<sheet name="客户" sheetId="1"');
  });

  it("writes characters that XML has no place for as their numbers", async () => {
    const files = await unzipped(await workbookOf([sheet([["a\u0001b_x0041_", null, null]])]));
    expect(files.get("xl/worksheets/sheet1.xml")).toContain("a_x0001_b_x005F_x0041_<");
  });

  it("is the same on any day", async () => {
    const bytes = async (day: string) => {
      vi.setSystemTime(day);
      return Buffer.from(await (await workbookOf([sheet([["a", null, 1]])])).arrayBuffer());
    };
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      expect((await bytes("2024-02-29T10:00")).equals(await bytes("2026-11-22T23:59"))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("takes rows as they come", async () => {
    async function* rows() {
      for (let at = 0; at < 3; at += 1) yield [[`c${at}`], [`d${at}`]];
    }
    const files = await unzipped(await workbookOf([{ name: "Sheet", columns: ["Id"], rows: rows() }]));
    expect(files.get("xl/worksheets/sheet1.xml")?.match(/<row /g)).toHaveLength(7);
  });
});

it("names columns as spreadsheets do", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

it("gives sheets names that they may bear", () => {
  expect(sheetName("a/b:c[d]")).toBe("a b c d ");
  expect(sheetName("x".repeat(40))).toHaveLength(31);
});
