import { describe, expect, it } from "vitest";
import { wordsOf } from "../words";
import { divisionName, segmentName, unassignedName } from "./divisions";

const [en, zh] = [wordsOf("en"), wordsOf("zh")];
const member = { kind: "attribute", name: "Member level" } as const;

describe("a division", () => {
  it("is called by its kind, a column by its own name", () => {
    expect(divisionName(en, { kind: "tiers" })).toBe("Value tiers");
    expect(divisionName(zh, { kind: "lifecycle" })).toBe("生命周期");
    expect(divisionName(zh, member)).toBe("Member level");
  });

  it("calls its segments by the shipped names, by number, or by the user's own words", () => {
    expect(segmentName(zh, { kind: "rfm" }, "at_risk", 8)).toBe("有流失风险");
    expect(segmentName(zh, { kind: "rfm" }, "My best", 0)).toBe("My best");
    expect(segmentName(en, { kind: "tiers" }, "low", 2)).toBe("Low");
    expect(segmentName(en, { kind: "clusters" }, "", 3)).toBe("Cluster 4");
    expect(segmentName(en, { kind: "clusters" }, "Night owls", 3)).toBe("Night owls");
    expect(segmentName(zh, { kind: "lifecycle" }, "drowsy", 3)).toBe("沉睡");
    expect(segmentName(en, member, "lost", 0)).toBe("lost");
  });

  it("calls those it leaves out by why they are left out", () => {
    expect(unassignedName(en, { kind: "rfm" })).toBe("Others");
    expect(unassignedName(zh, member)).toBe("未填写");
  });
});
