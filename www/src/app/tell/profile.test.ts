import { describe, expect, it } from "vitest";
import type {
  FeatureKey,
  ProfileReport,
  RuleTest,
  SegmentProfile,
  TraitKey,
  TraitProfile,
} from "../../engine/protocol";
import { wordsOf } from "../../words";
import { textOf } from "../../words/sentence";
import { profile } from "../samples.fixture";
import { degreeOf } from "./differences";
import { foremost, profileHeadline, tellProfile, tellSegment } from "./profile";

const en = wordsOf("en");
const zh = wordsOf("zh");
const [champions, lost] = profile.segments as [SegmentProfile, SegmentProfile];

/** The report with one trait, as one segment and all customers have it. */
function ofFigure(
  feature: FeatureKey,
  own: [number, number],
  all: [number, number],
  difference: number,
): ProfileReport {
  const spread = ([mean, median]: [number, number]) => ({
    mean,
    deviation: 1,
    min: 0,
    quartiles: [0, median, 9] as [number, number, number],
    max: 9,
    whiskers: [0, 9] as [number, number],
  });
  return {
    ...profile,
    traits: [
      {
        key: { kind: "figure", feature },
        group: "behaviour",
        n: 100,
        missing: 0,
        spread: { kind: "figure", spread: spread(all) },
      },
    ],
    segments: [
      {
        ...champions,
        traits: [{ kind: "figure", n: 60, spread: spread(own), difference, v: 3 }],
        differences: [{ at: 0, category: null, above: difference > 0, v: 3 }],
        rule: null,
      },
    ],
  };
}

/** The report with one category: so many of 60 in the segment, so many of 100 in all. */
function ofCategory(key: TraitKey, value: string, own: number, all: number): ProfileReport {
  const found: TraitProfile = {
    kind: "categories",
    n: 60,
    counts: [own],
    others: 60 - own,
    indices: [(100 * own * 100) / (60 * all)],
    v: [own * 100 > all * 60 ? 4 : -4],
  };
  return {
    ...profile,
    traits: [
      {
        key,
        group: "other",
        n: 100,
        missing: 0,
        spread: { kind: "categories", values: [value], counts: [all], others: 100 - all, distinct: 2 },
      },
    ],
    segments: [
      {
        ...champions,
        traits: [found],
        differences: [{ at: 0, category: 0, above: own * 100 > all * 60, v: 4 }],
        rule: null,
      },
    ],
  };
}

const phrases = (report: ProfileReport) =>
  [en, zh].map(
    (words) =>
      tellProfile(words, report)[0]
        ?.differences.map(({ text }) => text)
        .join() ?? "",
  );

describe("a difference of a figure", () => {
  it("is somewhat, clearly or far from 0.2, 0.5 and 0.8 standard deviations on, on either side", () => {
    expect([0.2, 0.49, 0.5, 0.79, 0.8, 3, -0.5].map(degreeOf)).toEqual([
      "some",
      "some",
      "clear",
      "clear",
      "far",
      "far",
      "clear",
    ]);
  });

  it("is told by the means, which its degree and its v.test are of", () => {
    expect(phrases(ofFigure({ kind: "recency" }, [20, 12], [90, 50], -0.9))).toEqual([
      "far more recent purchases (mean 20 days against 90)",
      "距上次购买的天数远少于全体（均值 20 天，全体 90）",
    ]);
  });

  it("of one is in the singular", () => {
    const [text] = phrases(ofFigure({ kind: "frequency" }, [1, 1], [4, 2], -0.6));
    expect(text).toBe("clearly fewer orders (mean 1 order against 4)");
  });

  it("of a column has the column's name", () => {
    expect(phrases(ofFigure({ kind: "column", name: "Income" }, [50_000, 48_000], [30_000, 29_000], 0.3))).toEqual([
      "somewhat higher Income (mean 50,000 against 30,000)",
      "Income 略高（均值 50,000，全体 30,000）",
    ]);
  });
});

it("tells years as years, and a mean with as many decimals in every segment", () => {
  const years = ofFigure({ kind: "column", name: "Born" }, [1967.4, 1967], [1970.2, 1970], -0.3);
  const [info] = years.traits;
  if (info?.spread.kind !== "figure") throw new Error("no figure");
  const spread = { ...info.spread.spread, min: 1893, max: 1996 };
  const told = phrases({ ...years, traits: [{ ...info, spread: { kind: "figure", spread } }] });
  expect(told[0]).toBe("somewhat lower Born (mean 1967 against 1970)");
  const days = ofFigure({ kind: "recency" }, [15.5, 15], [120, 90], -0.9);
  expect(phrases(days)[0]).toBe("far more recent purchases (mean 16 days against 120)");
  expect(tellProfile(en, days)[0]?.differences[0]?.evidence[1]?.value).toBe("16");
});

describe("a difference of a category", () => {
  const country: TraitKey = { kind: "attribute", name: "Country", role: "region" };

  it("is told as a multiple from one and a half on", () => {
    // 18 of 60 are 30%, 20 of 100 are 20%.
    expect(phrases(ofCategory(country, "France", 18, 20))).toEqual([
      "1.5 times the share from France (30.0% against 20.0%)",
      "来自 France 的客户占比是全体的 1.5 倍（30.0%，全体 20.0%）",
    ]);
  });

  it("is told as more or fewer below that", () => {
    expect(phrases(ofCategory(country, "France", 15, 20))[0]).toBe("more from France (25.0% against 20.0%)");
    expect(phrases(ofCategory(country, "France", 6, 20))).toEqual([
      "fewer from France (10.0% against 20.0%)",
      "来自 France 的客户占比偏低（10.0%，全体 20.0%）",
    ]);
  });

  it("is told as none where the segment has none", () => {
    expect(phrases(ofCategory(country, "France", 0, 20))).toEqual([
      "nobody from France (20.0% of all)",
      "没有来自 France 的客户（全体 20.0%）",
    ]);
  });

  it("names weekdays and months in the language", () => {
    expect(phrases(ofCategory({ kind: "weekday" }, "4", 30, 20))).toEqual([
      "2.5 times the share ordering mostly on Thursdays (50.0% against 20.0%)",
      "多在周四下单的客户占比是全体的 2.5 倍（50.0%，全体 20.0%）",
    ]);
    expect(phrases(ofCategory({ kind: "month" }, "11", 30, 20))[0]).toContain("mostly in November");
  });

  it("rests on its counts, shares, index and v.test", () => {
    const [told] = tellProfile(en, ofCategory(country, "France", 18, 20));
    expect(told?.differences[0]?.evidence.map(({ value }) => value)).toEqual([
      "60",
      "18",
      "30.0%",
      "20.0%",
      "150",
      "+4.0",
    ]);
  });
});

describe("a segment", () => {
  it("is told in one sentence of at most three differences", () => {
    expect(tellSegment(en, profile, champions).apart).toBe(
      "Set apart by far more recent purchases (mean 30 days against 50); more from UK (81.5% against 66.7%).",
    );
    const many = { ...champions, differences: [...champions.differences, ...champions.differences] };
    expect(tellSegment(en, profile, many).differences).toHaveLength(3);
  });

  it("says so where nothing sets it apart", () => {
    const told = tellSegment(en, profile, { ...lost, differences: [] });
    expect(told.apart).toBe(en.apart.nothing);
    expect(told.differences).toEqual([]);
  });

  it("has no value in a customer file", () => {
    const told = tellSegment(en, profile, { ...lost, value: null, valueShare: null, meanValue: null });
    expect(told.value).toBeNull();
    expect(told.size.text).toBe("40 customers, 40.0% of all");
  });

  it("has no share of a total that is not positive", () => {
    expect(tellSegment(en, profile, { ...lost, valueShare: null }).value?.text).toBe("5 per customer");
  });
});

describe("a rule", () => {
  const rule = (at: number, test: RuleTest) =>
    [en, zh].map(
      (words) =>
        tellSegment(words, profile, {
          ...champions,
          rule: { conditions: [{ at, test }], named: 55, right: 50, precision: 50 / 55, recall: 50 / 60 },
        }).rule?.text,
    );

  it("tells its bounds, its precision and its recall", () => {
    expect(rule(0, { kind: "within", low: null, high: 40.5 })).toEqual([
      "Recency (R) at most 40.5 days: 55 customers match; 91% of them belong to the segment, and they make up 83% of it.",
      "距上次购买天数（R）不超过 40.5 天：符合条件的 55 位客户中 91% 属于本群，覆盖本群的 83%。",
    ]);
    expect(rule(0, { kind: "within", low: 3, high: null })[0]).toContain("Recency (R) above 3 days:");
    expect(rule(0, { kind: "within", low: 3, high: 9 })[0]).toContain("above 3 days and at most 9 days:");
  });

  it("names the categories that are, or are not, meant", () => {
    expect(rule(1, { kind: "is", category: 1 })[0]).toContain("Country is France:");
    expect(rule(1, { kind: "is_not", categories: [0, 1] })).toEqual([
      expect.stringContaining("Country is not UK or France:"),
      expect.stringContaining("Country 不为 UK 或 France："),
    ]);
  });

  it("is none where none is better than taking everyone", () => {
    expect(tellSegment(en, profile, lost).rule).toBeNull();
  });
});

describe("the headline", () => {
  it("tells what sets apart the segment that brings most", () => {
    expect(textOf(profileHeadline(en, profile))).toBe(
      "Champions: 60% of customers, 80% of the value; far more recent purchases (mean 30 days against 50).",
    );
    expect(foremost(profile)?.segment).toBe(0);
  });

  it("takes the largest segment of a customer file, and none where there are none", () => {
    const bare = { ...profile, segments: [lost, champions].map((one) => ({ ...one, value: null, valueShare: null })) };
    expect(textOf(profileHeadline(zh, bare))).toBe(
      "“冠军客户”占客户的 60%：距上次购买的天数远少于全体（均值 30 天，全体 50）。",
    );
    expect(textOf(profileHeadline(en, { ...profile, segments: [] }))).toBe(en.profiles.nobody);
  });
});
