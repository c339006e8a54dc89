import { describe, expect, it } from "vitest";
import { format } from "../words/format";
import { featureFormat, sumFormat } from "./figures";

const f = format("en");

describe("figures of a feature", () => {
  it("line up, with the decimals that the largest needs", () => {
    const days = featureFormat({ kind: "recency" }, [14.2, 218.9], f);
    expect([14.2, 218.9].map(days)).toEqual(["14", "219"]);
    const orders = featureFormat({ kind: "frequency" }, [1.24, 7.36], f);
    expect([1.24, 7.36].map(orders)).toEqual(["1.2", "7.4"]);
    const small = featureFormat({ kind: "column", name: "ratio" }, [0.012, 0.034], f);
    expect(small(0.0123)).toBe("0.012");
  });

  it("are percentages where they are shares, and short where they are huge", () => {
    expect(featureFormat({ kind: "share", role: "category", value: "Tea" }, [0.25], f)(0.2512)).toBe("25.1%");
    expect(featureFormat({ kind: "column", name: "turnover" }, [4.2e9], f)(4.2e9)).toBe("4.2B");
  });
});

it("sums of squares keep what tells neighbours apart", () => {
  expect(sumFormat([3938.4296, 900], f)(3938.4296)).toBe("3,938");
  expect(sumFormat([78.85144], f)(78.85144)).toBe("78.851");
  expect(sumFormat([1.13e11], f)(1.13e11)).toBe("113B");
});
