import { describe, expect, it } from "vitest";
import { wordsOf } from "../words";
import { flow } from "./flow";
import { gaps } from "./gaps";
import { picture } from "./picture.fixture";
import { retention, retentionHeight } from "./retention";
import { chartThemes } from "./theme";

const words = wordsOf("en");
const say = words.lifecycle;
const theme = chartThemes.light;

describe("repurchase gaps", () => {
  const size = { width: 480, height: 260 };
  const data = { width: 7, counts: [40, 25, 12, 6, 3, 0, 1], end: 56, warning: 20, loss: 34, total: 90 };
  const told = {
    ...say.gaps.axes,
    count: words.f.compact,
    point: say.gaps.point,
    warning: "warning 20",
    loss: "loss 34",
    bands: say.gaps.bands,
    description: "Gaps",
  };

  it("look as they should", () => {
    expect(picture(gaps(data, told, theme, size), size)).toMatchSnapshot();
  });

  it("tell each bar in words, with shares of all gaps, those not drawn too", () => {
    const { points } = gaps(data, told, theme, size);
    expect(points[0]).toBe("1 to 7 days\n40 gaps, 44.4%");
    expect(points[6]).toBe("43 to 49 days\n1 gap, 1.1%");
  });

  it("set names that would touch one above the other", () => {
    const heights = (loss: number) => {
      const svg = picture(gaps({ ...data, loss }, { ...told, loss: `loss ${loss}` }, theme, size), size);
      return ["warning 20", `loss ${loss}`].map((text) => {
        const at = new RegExp(
          `translate\\([\\d.]+ ([\\d.]+)\\)"[^>]*>\\n?${text}<|y="([\\d.]+)"[^>]*>\\n?${text}<`,
        ).exec(svg);
        return at?.[1] ?? at?.[2];
      });
    };
    const [one, other] = heights(54);
    expect(one).toBe(other);
    const [near, nearer] = heights(21);
    expect(near).not.toBe(nearer);
  });
});

describe("retention", () => {
  const cell = (strength: number | null, text: string, open = false) => ({
    strength,
    text,
    open,
    point: `${text} came`,
  });
  const rows = [
    { name: "Jan 2011", size: "200", cells: [cell(null, "100%"), cell(1, "40%"), cell(0.5, "20%", true)] },
    { name: "Feb 2011", size: "90", cells: [cell(null, "100%"), cell(0, "0%", true)] },
    { name: "Mar 2011", size: "7", cells: [cell(null, "100%", true)] },
  ];
  const told = { cohort: say.retention.cohort, size: say.retention.size, after: say.retention.after, description: "R" };
  const size = { width: 480, height: retentionHeight(3) };

  it("looks as it should", () => {
    expect(picture(retention(rows, told, theme, size), size)).toMatchSnapshot();
  });

  it("bears the strongest colour where most came back, and marks what is not over", () => {
    const svg = picture(retention(rows, told, theme, size), size);
    expect(svg.split(theme.scale[7] ?? "").length - 1).toBe(1);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(3);
  });

  it("finds the cell at a place, and none beside them", () => {
    const { spots, points } = retention(rows, told, theme, size);
    for (const index of points.keys()) {
      const at = spots?.at(index) ?? { x: 0, y: 0 };
      expect(spots?.hit(at.x, at.y)).toBe(index);
    }
    expect(spots?.hit(2, 60)).toBeNull();
  });

  it("leaves out what does not fit: many months on a phone bear no text", () => {
    const many = Array.from({ length: 24 }, (_, row) => ({
      name: `M${row}`,
      size: "9",
      cells: Array.from({ length: 24 - row }, () => cell(0.5, "55%")),
    }));
    const phone = { width: 340, height: retentionHeight(24) };
    expect(picture(retention(many, told, theme, phone), phone)).not.toContain("55%");
  });
});

describe("a flow", () => {
  const size = { width: 640, height: 300 };
  const node = (name: string, colour: number | null, people: number) => ({
    name,
    colour,
    size: people,
    note: String(people),
  });
  const data = {
    from: [node("Active", 1, 60), node("Drowsy", 6, 30), node("Came later", null, 10)],
    to: [node("Active", 1, 55), node("Drowsy", 6, 45)],
    links: [
      { from: 0, to: 0, size: 40, point: "Active → Active" },
      { from: 0, to: 1, size: 20, point: "Active → Drowsy" },
      { from: 1, to: 0, size: 5, point: "Drowsy → Active" },
      { from: 1, to: 1, size: 25, point: "Drowsy → Drowsy" },
      { from: 2, to: 0, size: 10, point: "Came later → Active" },
    ],
  };
  const told = { from: "2011-09-10", to: "2011-12-10", description: "F" };

  it("looks as it should", () => {
    expect(picture(flow(data, told, theme, size), size)).toMatchSnapshot();
  });

  it("names every node with its number, and on a phone without it", () => {
    const svg = picture(flow(data, told, theme, size), size);
    for (const text of ["Active 60", "Drowsy 30", "Came later 10", "Active 55", "Drowsy 45"])
      expect(svg).toContain(`>${text}<`);
    const phone = { width: 340, height: 300 };
    expect(picture(flow(data, told, theme, phone), phone)).toContain(">Came later<");
  });

  it("has room for every name, however few customers bear it", () => {
    const many = [node("Home", 1, 5000), ...Array.from({ length: 20 }, (_, at) => node(`Abroad ${at}`, 2, 1))];
    const tall = { width: 640, height: 600 };
    const links = many.map(({ size }, at) => ({ from: at, to: at, size, point: "" }));
    const { spots, points } = flow({ from: many, to: many, links }, told, theme, tall);
    expect(spots?.at(points.length - 1).y).toBeLessThan(tall.height - 10);
  });

  it("finds the ribbon at a place", () => {
    const { spots, points } = flow(data, told, theme, size);
    // Halfway, the ribbons that cross there lie over each other; those that run straight do not.
    for (const index of [0, 3]) {
      const at = spots?.at(index) ?? { x: 0, y: 0 };
      expect(points[spots?.hit(at.x, at.y) ?? -1]).toBeDefined();
    }
    expect(spots?.hit(1, 100)).toBeNull();
    expect(spots?.hit(320, 299)).toBeNull();
  });
});
