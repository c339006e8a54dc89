import { expect, it } from "vitest";
import { kept } from "./kept";

it("keeps what was typed without the blanks around it, and nothing of blanks", () => {
  expect(kept("  Our best\n")).toBe("Our best");
  for (const nothing of ["", "  ", "\n"]) expect(kept(nothing)).toBeNull();
});
