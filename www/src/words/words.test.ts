import { describe, expect, it } from "vitest";
import type { Words } from ".";
import { wordsOf } from ".";
import { format, isoDay, parseIsoDay } from "./format";
import { plain, sentence, textOf } from "./sentence";
import { type SettingWords, settingName, settingRule } from "./setting";

/** Every fixed text of a dictionary with its place in it. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  return [];
}

const ours = ({ f: _, ...words }: Words) => words;
const en = texts(ours(wordsOf("en")));
const zh = texts(ours(wordsOf("zh")));

describe("the two dictionaries", () => {
  it("leave nothing empty", () => {
    for (const [path, text] of [...en, ...zh].filter(([path]) => path !== ".terms.gap"))
      expect(text.trim(), path).not.toBe("");
  });

  it("keep their scripts apart", () => {
    const inEnglish = en.filter(
      ([path, text]) => !path.startsWith(".shell.langSwitch") && /\p{Script=Han}/u.test(text),
    );
    expect(inEnglish).toEqual([]);
  });

  it("set Chinese with full-width punctuation", () => {
    const halfWidth = zh.filter(([, text]) => /\p{Script=Han} ?[,;:?!()](?![\w=])/u.test(text));
    expect(halfWidth).toEqual([]);
  });
});

describe("numbers and dates", () => {
  const f = format("en");
  it("count days as the engine does, from 1970-01-01", () => {
    expect(isoDay(0)).toBe("1970-01-01");
    // 2011-12-09 is 41 years, 10 leap days, and 342 days into its year: 41 * 365 + 10 + 342.
    expect(f.day(41 * 365 + 10 + 342)).toBe("2011-12-09");
    expect(parseIsoDay("2011-12-09")).toBe(15_317);
    expect(parseIsoDay("2011-02-29")).toBeNull();
    expect(parseIsoDay("9.12.2011")).toBeNull();
  });

  it("write the same figure the same way everywhere", () => {
    expect(f.number(541_909)).toBe("541,909");
    expect(f.number(10.04, 1)).toBe("10");
    expect(f.percent(0.25836)).toBe("25.8%");
    expect(f.percent(3 / 541_909)).toBe("<0.1%");
    expect(f.percent(0)).toBe("0.0%");
    expect(f.percent(0.0005)).toBe("0.1%");
    expect(f.money(999.99)).toBe("999.99");
    expect(f.money(999.999)).toBe("1,000");
    expect(f.money(-8_911_407.904)).toBe("-8,911,408");
    expect(f.bytes(999)).toBe("999 B");
    expect(f.bytes(48_101_234)).toBe("48.1 MB");
    expect(f.month(15_317)).toBe("Dec 2011");
    expect(format("zh-CN").month(15_317)).toBe("2011年12月");
    expect(format("zh-CN").compact(8_911_408)).toBe("891万");
  });
});

it("marks the figures of a sentence and nothing else", () => {
  const say = sentence`${plain("orders.csv")} has ${"8"} columns.`;
  expect(say).toEqual(["orders.csv", " has ", { figure: "8" }, " columns."]);
  expect(textOf(say)).toBe("orders.csv has 8 columns.");
});

it("names a setting by its path in the params, and its rule by its code", () => {
  const words: SettingWords = {
    names: { "scoring.bins": "bins", rules: "rules" },
    rule: (n) => `rule ${n}`,
    range: (from, to) => `${from} to ${to}`,
    rules: { ascending: "in order" },
    empty: "empty",
  };
  expect(settingName(words, "scoring.bins")).toBe("bins");
  expect(settingName(words, "rules.ten")).toBe("rules");
  expect(settingName(words, "rules[3].f")).toBe("rule 4");
  expect(settingName(words, "something.else")).toBe("something.else");
  expect(settingRule(words, "2..=10")).toBe("2 to 10");
  expect(settingRule(words, "ascending")).toBe("in order");
  expect(settingRule(words, "bins=5x5x5")).toBe("5 × 5 × 5");
});
