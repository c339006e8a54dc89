import { describe, expect, it } from "vitest";
import type { ClusterReport, Division, SegmentProfile } from "../engine/protocol";
import { editsOf, emptyInsight, knownBy, withEdits, writtenOn } from "./insight";
import { clusters, profile } from "./samples.fixture";

const rfm: Division = { kind: "rfm" };
const city: Division = { kind: "attribute", name: "City" };

describe("what the user wrote on the cards", () => {
  it("takes the place of what was written there before", () => {
    const once = withEdits([], { ...editsOf([], rfm, "champions"), title: "Best" });
    const twice = withEdits(once, { ...editsOf(once, rfm, "champions"), goal: "Thank them" });
    expect(twice).toEqual([{ ...editsOf([], rfm, "champions"), title: "Best", goal: "Thank them" }]);
  });

  it("goes with the last word of a card", () => {
    const written = withEdits([], { ...editsOf([], rfm, "champions"), title: "Best" });
    expect(withEdits(written, { ...editsOf(written, rfm, "champions"), title: null })).toEqual([]);
  });

  it("belongs to a segment of a division, and lies in an order of its own", () => {
    const card = (division: Division, segment: string) => ({ ...editsOf([], division, segment), notes: "n" });
    const cards = [card(rfm, "lost"), card(city, "Rome"), card(rfm, "champions")];
    const one = cards.reduce(withEdits, []);
    const other = [...cards].reverse().reduce(withEdits, []);
    expect(one).toEqual(other);
    expect(one.map(({ division, segment }) => [division.kind, segment])).toEqual([
      ["attribute", "Rome"],
      ["rfm", "champions"],
      ["rfm", "lost"],
    ]);
    expect(editsOf(one, city, "Oslo").notes).toBeNull();
    expect(editsOf(one, city, "Rome").notes).toBe("n");
  });
});

describe("what a segment is known by", () => {
  const [champions] = profile.segments as [SegmentProfile];
  const inClusters = { ...profile, division: { kind: "clusters" } } as const;

  it("is its name, so that other rules make other segments", () => {
    expect(knownBy(profile, champions, clusters)).toBe(champions.name);
  });

  it("is of a cluster the features, its number and how many there are, whatever the user calls it", () => {
    const by = (...kinds: readonly ("recency" | "frequency")[]): ClusterReport => ({
      ...clusters,
      features: kinds.map((kind) => ({
        key: { kind },
        means: [],
        medians: [],
        standardised: [],
        mean: 0,
      })) as unknown as ClusterReport["features"],
    });
    const second = { ...champions, segment: 1 };
    expect(knownBy(inClusters, { ...second, name: "Best" }, by("recency", "frequency"))).toBe(
      `recency, frequency: 2 of ${clusters.clusters.length}`,
    );
    expect(knownBy(inClusters, second, by("frequency"))).toBe(`frequency: 2 of ${clusters.clusters.length}`);
  });

  it("finds what was written on it, and nothing that was written on another", () => {
    const edits = [{ ...editsOf([], profile.division, champions.name), title: "Best" }];
    const written = writtenOn({ ...emptyInsight, edits }, profile, null);
    expect(profile.segments.map((segment) => written(segment).title)).toEqual(["Best", null]);
  });
});
