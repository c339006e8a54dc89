import { describe, expect, it } from "vitest";
import { wordsOf } from "../../words";
import { emptyClustering } from "../clustering";
import { clusterParams, companion, lifecycle, personas, profile, scored } from "../samples.fixture";
import type { State } from "../state";
import { PARTS, type ReportPart, reportOf } from ".";
import { settingsTold } from "./settings";

/** A study whose overview and scores are of no matter here. */
const state: State = {
  ...scored,
  file: { name: "<b>orders & co</b>.csv", size: 100, count: 1, sample: null },
  files: [{ name: "<b>orders & co</b>.csv", size: 100 }],
  overview: null,
  rfm: null,
  lifecycle: { ...scored.lifecycle, report: lifecycle },
  clustering: { ...emptyClustering, params: clusterParams },
  insight: {
    division: profile.division,
    divisions: [profile.division],
    profile,
    personas,
    edits: [
      {
        division: profile.division,
        segment: profile.segments[0]?.name ?? "",
        title: "Our <i>best</i>",
        notes: "first line\nsecond line",
        goal: null,
        channel: null,
        content: null,
        frequency: "weekly",
      },
    ],
  },
};

const reported = (lang: "en" | "zh", parts: readonly ReportPart[] = PARTS) =>
  reportOf({ state, lang, words: wordsOf(lang), draw: (name) => `<svg id="${name}"></svg>` }, parts);

describe("the report", () => {
  it("is the same whenever it is made", () => {
    expect(reported("en")).toBe(reported("en"));
  });

  it("needs nothing but itself", () => {
    for (const lang of ["en", "zh"] as const) {
      const text = reported(lang);
      expect(text).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|https?:/);
      expect(text).toContain("default-src 'none'");
    }
  });

  it("takes what stands in file and cards for text", () => {
    const text = reported("en");
    expect(text).not.toMatch(/<b>orders|<i>best/);
    expect(text).toContain("<title>Customer segments: &lt;b&gt;orders &amp; co&lt;/b&gt;.csv</title>");
    expect(text).toContain("<h3>Our &lt;i&gt;best&lt;/i&gt;</h3>");
    expect(text).toContain("first line\nsecond line");
  });

  it("closes what it opens", () => {
    for (const lang of ["en", "zh"] as const) {
      const open: string[] = [];
      for (const [, end, tag] of reported(lang).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
        if (tag === undefined || ["meta", "br", "rect"].includes(tag)) continue;
        if (end === "") open.push(tag);
        else expect(tag).toBe(open.pop());
      }
      expect(open).toEqual([]);
    }
  });

  it("has the parts that are chosen and ready, in their order", () => {
    const chapters = (text: string) => [...text.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(chapters(reported("en"))).toEqual(["data", "lifecycle", "profiles", "personas", "method"]);
    expect(chapters(reported("zh", ["personas", "data"]))).toEqual(["data", "personas"]);
  });

  it("says what the user wrote as the user's", () => {
    expect(reported("en", ["personas"])).toContain('weekly <span class="evidence">(rewritten by the user)</span>');
    expect(reported("zh", ["personas"])).toContain('weekly <span class="evidence">（用户改写）</span>');
  });

  it("shows every persona and what each difference rests on", () => {
    const text = reported("en", ["personas", "profiles"]);
    expect(text.match(/<article class="persona">/g)).toHaveLength(2);
    // Of the fixture: 44 of 54 from the UK against 60 of 90.
    expect(text).toContain("81.5%");
    expect(text).toContain("66.7%");
  });

  it("tells how the files beside the main one were read", () => {
    const columns = [{ name: "member" }] as State["companions"][number]["head"]["columns"];
    const beside = { ...state, companions: [{ ...companion, head: { ...companion.head, columns } }] };
    const study = { state: beside, words: wordsOf("en"), draw: () => "", lang: "en" } as const;
    const text = reportOf(study, ["data"]).replaceAll(/\s+/g, " ");
    expect(text).toMatch(/<th scope="row">customers\.csv<\/th><td class="number">50 B<\/td><td class="number">3<\/td>/);
    const told = settingsTold(beside, wordsOf("en")).filter(({ file }) => file === "customers.csv");
    expect(told.map(({ name, value }) => `${name}: ${value}`)).toContain("Column member: Customer");
    expect(told.some(({ name }) => name === "Characters")).toBe(true);
  });

  it("names a step once above its settings", () => {
    const study = {
      state: { ...state, companions: [companion] },
      words: wordsOf("en"),
      draw: () => "",
      lang: "en",
    } as const;
    const text = reportOf(study, ["data"]);
    const settings = text.slice(text.indexOf("<h3>Settings</h3>"));
    const steps = [...settings.matchAll(/<th scope="row">([^<]+)<\/th>/g)].map(([, name]) => name);
    expect(steps).toEqual(["Data", "Data: customers.csv", "Lifecycle", "Profiles"]);
  });

  it("marks the month that is not over", () => {
    expect(reported("en", ["lifecycle"])).toContain("33%*");
    expect(reported("en", ["lifecycle"])).toContain("100%</td>");
  });
});
