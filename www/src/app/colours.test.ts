import { describe, expect, it } from "vitest";
import type { ProfileReport, RfmReport } from "../engine/protocol";
import { wordsOf } from "../words";
import { EIGHT, profileColours, STAGE_COLOURS, segmentColours, TEN } from "./colours";

describe("colours of segments", () => {
  it("are the segment's own in every set, whatever its place", () => {
    const [champions] = segmentColours(["champions", "lost"]);
    expect(segmentColours(["lost", "champions"])[1]).toBe(champions);
  });

  it("differ within a shipped set", () => {
    for (const set of [TEN, EIGHT]) expect(new Set(segmentColours(set)).size).toBe(set.length);
  });

  it("of own segments are those that no shipped segment beside them has", () => {
    const colours = segmentColours(["champions", "Big spenders", "lost", "Newcomers", "others"]);
    expect(new Set(colours).size).toBe(5);
    expect(colours[4]).toBe("others");
  });

  it("start again where there are more segments than colours", () => {
    const colours = segmentColours(Array.from({ length: 23 }, (_, index) => `Own ${index}`));
    expect(colours[15]).toBe(colours[0]);
    expect(colours.every((colour) => typeof colour === "number" && colour >= 1 && colour <= 15)).toBe(true);
  });
});

describe("colours of a profile", () => {
  const segments = (...places: readonly number[]) =>
    places.map((segment) => ({ segment, name: `Own ${segment}` })) as ProfileReport["segments"];

  it("are those of the segments beside the ones that nobody is in", () => {
    const names = ["Own 0", "Own 1", "Own 2"];
    const rfm = { segments: names.map((name) => ({ name })) } as RfmReport;
    const [first, , third] = segmentColours(names);
    expect(profileColours({ division: { kind: "rfm" }, segments: segments(0, 2) }, rfm)).toEqual([first, third]);
  });

  it("of the stages mean the same on every screen", () => {
    expect(profileColours({ division: { kind: "lifecycle" }, segments: segments(1, 4) }, null)).toEqual([
      STAGE_COLOURS[1],
      STAGE_COLOURS[4],
    ]);
  });

  it("are none where there are no segments", () => {
    expect(profileColours({ division: { kind: "clusters" }, segments: [] }, null)).toEqual([]);
  });
});

describe("names of shipped segments", () => {
  it("are in both languages", () => {
    for (const lang of ["en", "zh"] as const)
      for (const key of [...TEN, ...EIGHT, "others"]) expect(wordsOf(lang).rfm.segmentName(key)).not.toBe(key);
  });

  it("leave the user's own as they are", () => {
    expect(wordsOf("zh").rfm.segmentName("大客户")).toBe("大客户");
  });
});
