import { expect, it } from "vitest";
import { wordsOf } from "../words";
import { reasonsOf } from "./sweep";

const suggestion = {
  k: 4,
  votes: ["silhouette" as const, "calinski_harabasz" as const],
  each: [
    ["knee", 5],
    ["silhouette", 4],
    ["calinski_harabasz", 4],
    ["davies_bouldin", 2],
    ["gap", 5],
  ] as ["knee" | "silhouette" | "calinski_harabasz" | "davies_bouldin" | "gap", number][],
};

it("names who speaks for a number of clusters and what the others take", () => {
  const { own, others } = reasonsOf(suggestion);
  expect(wordsOf("en").clusters.suggestion.text(own, others)).toBe(
    "Silhouette and Calinski-Harabasz speak for it; Davies-Bouldin takes 2; the knee of the inertia and the gap statistic take 5.",
  );
  expect(wordsOf("zh").clusters.suggestion.text(own, others)).toBe(
    "轮廓系数和 Calinski-Harabasz 支持这一分群数；Davies-Bouldin 选 2，簇内平方和的拐点和 Gap 统计量选 5。",
  );
});
