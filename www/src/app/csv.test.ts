import { expect, it } from "vitest";
import { csvText } from "./csv";

it("writes rows that spreadsheets read as they are meant", () => {
  expect(
    csvText([
      ["a", "b,c", 'say "x"'],
      [0.1 + 0.2, null, "第一\n第二"],
    ]),
  ).toBe('\uFEFFa,"b,c","say ""x"""\r\n0.30000000000000004,,"第一\n第二"\r\n');
});

it("makes plain what a spreadsheet would run, and leaves numbers", () => {
  expect(csvText([["=1+1", "+cmd", "-7", "@x", "＝1", -7]])).toBe("\uFEFF'=1+1,'+cmd,-7,'@x,'＝1,-7\r\n");
});
