import { describe, expect, it } from "vitest";
import { cells } from "./cells";
import { still } from "./echarts";
import { orders } from "./orders";
import { captioned, embedded, escaped, pictureTheme, wrapped } from "./picture";
import { textIn } from "./save";
import { shadeOf } from "./shade";

const data = [
  { label: "2024-01", orders: 3, revenue: 30, complete: true, point: "" },
  { label: "2024-02", orders: 5, revenue: 20, complete: true, point: "" },
];
const words = { orders: "Orders", revenue: "Revenue", axis: String, description: "" };
const size = { width: 840, height: 300 };
const drawn = (name: string) => embedded(still(orders(data, words, pictureTheme, size).option, size), name);

describe("a picture", () => {
  it("is the same each time, whatever was drawn before", () => {
    expect(drawn("a")).toBe(drawn("a"));
    expect(drawn("a")).not.toMatch(/zr\d|class=|style|font-family/);
    expect(drawn("a")).toContain('font-size="12px"');
  });

  it("keeps the size and the weight of every letter", () => {
    const cell = { text: "12", beneath: "75%", shade: shadeOf(1, pictureTheme) };
    const table = { corner: "", columns: ["A"], rows: [{ name: "All", cells: [cell] }], description: "" };
    const svg = embedded(still(cells(table, pictureTheme, size).option, size), "a");
    const letters = svg.match(/<text[^>]*>/g) ?? [];
    expect(letters.length).toBe(4);
    for (const letter of letters) expect(letter).toContain('font-size="12px"');
    expect(svg).toMatch(/<text[^>]*font-weight="600"[^>]*>12</);
    expect(svg).not.toMatch(/<text[^>]*font-weight[^>]*>75%</);
  });

  it("holds what stands in the file as text", () => {
    const odd = data.map((one) => ({ ...one, label: '<b a="1">&' }));
    const svg = embedded(still(orders(odd, words, pictureTheme, size).option, size), "a");
    expect(svg).not.toContain("<b");
    expect(svg).toContain("&lt;b a=&quot;1&quot;&gt;&amp;");
  });

  it("has names of its own, so that several fit on one page", () => {
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    for (const id of ids(drawn("b"))) expect(id).toMatch(/^b-/);
  });

  it("says what it shows and where that comes from, whatever stands there", () => {
    const svg = captioned(drawn("a"), size, { title: "R & <F>", note: "a note", source: 'the "file"' });
    expect(svg).toContain("<title>R &amp; &lt;F&gt;</title>");
    expect(svg).toContain("the &quot;file&quot;</text>");
    expect(svg).toContain("a note</text>");
    // The chart keeps its own size inside.
    expect(svg).toMatch(/<svg x="28" y="\d+" width="840" height="300"/);
  });
});

it("breaks lines at blanks and between Chinese characters, never before their punctuation", () => {
  expect(wrapped("one two three", 50, 10)).toEqual(["one two", "three"]);
  expect(wrapped("客户分群，客户画像", 40, 10)).toEqual(["客户分", "群，客户", "画像"]);
  expect(wrapped("", 40, 10)).toEqual([]);
  expect(wrapped("unbreakable", 10, 10)).toEqual(["unbreakable"]);
});

it("takes nothing in markup for markup", () => {
  expect(escaped(`<img src=x onerror='a("b")'> & more`)).toBe(
    "&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt; &amp; more",
  );
});

it("reads the words of a title and leaves the buttons beside them", () => {
  expect(textIn("Orders")).toBe("Orders");
  expect(textIn(["Orders ", 3, null])).toBe("Orders 3");
});
