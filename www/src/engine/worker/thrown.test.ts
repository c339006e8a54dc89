import { expect, it } from "vitest";
import { thrownAs } from "./thrown";

/** What a call into a module that executes `unreachable` throws: an abort of Rust, a failed allocation above all. */
function trap(): unknown {
  // (module (func (export "f") unreachable))
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
  return thrownBy(exports["f"] as () => void);
}

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was thrown");
}

it("passes on what the engine throws", () => {
  const error = { code: "bad_setting", setting: "bins", found: "1", expected: "2..=10" };
  expect(thrownAs(error)).toBe(error);
});

it("takes an abort, and a buffer that cannot be had, for memory that ran out", () => {
  expect(thrownAs(trap())).toEqual({ code: "out_of_memory" });
  expect(thrownAs(thrownBy(() => new ArrayBuffer(2 ** 53 - 1)))).toEqual({ code: "out_of_memory" });
});

it("takes a stack that ran out for a crash", () => {
  const forever = (): number => forever() + 1;
  expect(thrownAs(thrownBy(forever))).toMatchObject({ code: "engine_crashed" });
});

it("takes a file that cannot be read any more for a changed one", () => {
  expect(thrownAs(new DOMException("", "NotReadableError"))).toEqual({ code: "file_changed" });
  expect(thrownAs(new DOMException("", "NotFoundError"))).toEqual({ code: "file_changed" });
});

it("tells of any other fault with its message", () => {
  expect(thrownAs(new TypeError("no such column"))).toMatchObject({
    code: "engine_crashed",
    detail: expect.stringContaining("no such column"),
  });
  expect(thrownAs("odd")).toEqual({ code: "engine_crashed", detail: "odd" });
});
