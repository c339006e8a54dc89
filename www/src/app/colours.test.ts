import { describe, expect, it } from "vitest";
import { wordsOf } from "../words";
import { EIGHT, segmentColours, TEN } from "./colours";

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

describe("names of shipped segments", () => {
  it("are in both languages", () => {
    for (const lang of ["en", "zh"] as const)
      for (const key of [...TEN, ...EIGHT, "others"]) expect(wordsOf(lang).rfm.segmentName(key)).not.toBe(key);
  });

  it("leave the user's own as they are", () => {
    expect(wordsOf("zh").rfm.segmentName("大客户")).toBe("大客户");
  });
});
