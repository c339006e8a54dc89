import { expect, it } from "vitest";
import type { ImportParams, Role } from "../../../engine/protocol";
import { columnsOf, FEW_COLUMNS, matchingColumns, rolesFor, shownColumns, withColumn, withRole } from "./mapping";

const params = (...roles: (Role | null)[]): ImportParams => ({
  encoding: "utf8",
  worksheet: false,
  skipLines: 0,
  spareColumns: 0,
  duplicates: "keep",
  dateGuess: null,
  decimalGuess: null,
  delimiter: "comma",
  header: true,
  roles,
  dateOrder: null,
  decimal: null,
});

it("moves a role: one column plays one role and one role is played by one column", () => {
  const start = params("customer", "date", null);
  expect(withRole(start, "customer", 2).roles).toEqual([null, "date", "customer"]);
  expect(withRole(start, "customer", 1).roles).toEqual([null, "customer", null]);
  expect(withRole(start, "customer", null).roles).toEqual([null, "date", null]);
  expect(withColumn(start, 1, "customer").roles).toEqual([null, "customer", null]);
  expect(withColumn(start, 1, null).roles).toEqual(["customer", null, null]);
});

it("lets any number of columns be figures, of a customer file only", () => {
  const start = params("customer", "measure", null);
  const two = withColumn(start, 2, "measure");
  expect(two.roles).toEqual(["customer", "measure", "measure"]);
  expect(columnsOf(two, "measure")).toEqual([1, 2]);
  expect(withColumn(two, 1, null).roles).toEqual(["customer", null, "measure"]);
  // With a date the rows are no list of customers.
  expect(withRole(two, "date", 1).roles).toEqual(["customer", "date", null]);
  expect(rolesFor("transactions", params("customer"))).not.toContain("measure");
  expect(rolesFor("customers", params("customer"))).toContain("measure");
  expect(rolesFor("transactions", two)).toContain("measure");
});

it("lets any number of columns be text that describes, of any file", () => {
  const two = withColumn(params("customer", "date", "attribute", "region"), 3, "attribute");
  expect(two.roles).toEqual(["customer", "date", "attribute", "attribute"]);
  expect(columnsOf(two, "attribute")).toEqual([2, 3]);
  expect(withColumn(two, 2, null).roles).toEqual(["customer", "date", null, "attribute"]);
  // Orders have text too.
  expect(withRole(two, "date", 2).roles).toEqual(["customer", null, "date", "attribute"]);
  for (const kind of ["transactions", "customers", null] as const)
    expect(rolesFor(kind, params("customer"))).toContain("attribute");
});

it("shows few columns in file order, and of many the mapped ones first", () => {
  expect(shownColumns(params(null, "customer"), 0)).toEqual([0, 1]);
  const many = params(...Array.from({ length: 10_000 }, (_, at): Role | null => (at === 9_000 ? "customer" : null)));
  const shown = shownColumns(many, FEW_COLUMNS);
  expect(shown).toHaveLength(FEW_COLUMNS + 1);
  expect(shown.slice(0, 3)).toEqual([9_000, 0, 1]);
  expect(new Set(shownColumns(many, 10_000)).size).toBe(10_000);
});

it("finds columns by part of their name, letters in any case", () => {
  expect(matchingColumns(["CustomerID", "客户编号", "Amount"], "customer")).toEqual([0]);
  expect(matchingColumns(["CustomerID", "客户编号", "Amount"], "客户")).toEqual([1]);
  expect(matchingColumns(["a", "b"], " ")).toEqual([0, 1]);
});
