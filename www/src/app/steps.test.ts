import { expect, it } from "vitest";
import type { Role } from "../engine/protocol";
import { wordsOf } from "../words";
import { stepState } from "./rail";
import { opened, params, readBothWays, report, scored } from "./samples.fixture";
import { emptyState } from "./state";
import { canCluster, canDescribe, canFold, missingForOrders, tooLarge } from "./steps";

const withRoles = (...roles: (Role | null)[]) => ({ ...params, roles });

it("names what orders still need; quantity and price stand in for the amount", () => {
  expect(missingForOrders(withRoles())).toEqual(["customer", "date", "amount"]);
  expect(missingForOrders(withRoles("customer", "date", "amount"))).toEqual([]);
  expect(missingForOrders(withRoles("customer", "date", "quantity", "price"))).toEqual([]);
  expect(missingForOrders(withRoles("customer", "date", "quantity"))).toEqual(["amount"]);
});

it("says before reading what cannot fit, with the numbers", () => {
  const head = { ...opened.head, bytes: 9e9, estimatedMemory: 4e9, memoryLimit: 3e9 } as NonNullable<
    typeof opened.head
  >;
  expect(tooLarge({ read: null, head })).toEqual({ code: "too_large", bytes: 9e9, needs: 4e9, limit: 3e9 });
  expect(tooLarge({ read: report, head })).toBeNull();
  expect(tooLarge({ read: null, head: { ...head, estimatedMemory: 3e9 } })).toBeNull();
});

it("does not fold dates that can be read both ways", () => {
  const read = { ...report, dateOrder: null, dateReadings: [readBothWays] };
  expect(canFold({ read: report, importParams: params })).toBe(true);
  expect(canFold({ read, importParams: params })).toBe(false);
  expect(canFold({ read: { ...read, dateOrder: "day_first" }, importParams: params })).toBe(true);
  // 5 May is 5 May either way.
  expect(canFold({ read: { ...read, dateReadings: [] }, importParams: params })).toBe(true);
});

it("can cluster customers that are listed with figures, and not rows of anything else", () => {
  const can = (...roles: (Role | null)[]) =>
    canCluster({ overview: null, read: report, importParams: { ...params, roles } });
  expect(can("customer", "measure", null)).toBe(true);
  expect(can("measure", "measure")).toBe(true);
  expect(can("customer", null)).toBe(false);
  expect(can("customer", "date", "measure")).toBe(false);
  expect(can("customer", "amount", "measure")).toBe(false);
  expect(canCluster({ overview: null, read: null, importParams: { ...params, roles: ["measure"] } })).toBe(false);
});

it("can describe customers that are listed with figures or with text alone", () => {
  const can = (...roles: (Role | null)[]) =>
    canDescribe({ overview: null, read: report, importParams: { ...params, roles } });
  expect(can("customer", "measure")).toBe(true);
  expect(can("customer", "attribute")).toBe(true);
  expect(can("customer", "region", null)).toBe(true);
  expect(can("customer", null)).toBe(false);
  expect(can("customer", "date", "attribute")).toBe(false);
  expect(can("customer", "amount", "attribute")).toBe(false);
  expect(canDescribe({ overview: null, read: null, importParams: { ...params, roles: ["attribute"] } })).toBe(false);
});

it("says the state of each step in a few words", () => {
  const words = wordsOf("zh");
  expect(stepState(emptyState("zh", "light", "data"), words, "data")).toBe("无文件");
  expect(stepState(opened, words, "data")).toBe("未读取");
  expect(stepState(opened, words, "rfm")).toBe("未运行");
  expect(stepState(scored, words, "data")).toBe("3 行");
  expect(stepState(scored, words, "rfm")).toBe("1 群");
  expect(stepState({ ...opened, importParams: withRoles("customer") }, words, "overview")).toBe("需订单");
  const listed = { ...opened, read: report, importParams: withRoles("customer", "measure") };
  expect(stepState(listed, words, "clusters")).toBe("未运行");
  expect(stepState(listed, words, "rfm")).toBe("需订单");
});
