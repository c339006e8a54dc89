import { expect, it } from "vitest";
import { isContainer } from "./source";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it("tells workbooks by their first bytes", () => {
  expect(isContainer(bytes("PK\x03\x04\x14\x00\x06\x00"))).toBe(true);
  expect(isContainer(bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))).toBe(true);
  for (const text of ["PK,name\n", "id,date\n", "", "P", "\xD0\xCF\x11"]) expect(isContainer(bytes(text))).toBe(false);
});
