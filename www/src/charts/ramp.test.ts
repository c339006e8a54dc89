import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rampSteps, scaleOf, stepOf } from "./ramp";
import { toneSteps } from "./tone";

describe("a scale", () => {
  it("goes by ratio where values are positive and far apart", () => {
    expect(scaleOf([10, 1000])?.log).toBe(true);
    expect(scaleOf([10, 20])?.log).toBe(false);
    expect(scaleOf([-1, 1000])?.log).toBe(false);
    expect(scaleOf([])).toBeNull();
  });

  it("puts the least on the first step and the most on the last", () => {
    for (const values of [
      [10, 1000],
      [-40, 0, 7],
    ]) {
      const scale = scaleOf(values);
      if (scale === null) throw new Error("no scale");
      expect(stepOf(Math.min(...values), scale)).toBe(1);
      expect(stepOf(Math.max(...values), scale)).toBe(rampSteps);
    }
  });

  it("makes equal ratios equal steps", () => {
    const scale = { min: 1, max: 2 ** rampSteps, log: true };
    expect([1.5, 3, 6, 12].map((value) => stepOf(value, scale))).toEqual([1, 2, 3, 4]);
  });

  it("takes the middle where all are equal", () => {
    expect(stepOf(5, { min: 5, max: 5, log: false })).toBe(rampSteps / 2);
  });
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

describe("text on the ramp", () => {
  const css = ["tokens.css", "map.css"].map((file) =>
    readFileSync(new URL(`../styles/${file}`, import.meta.url), "utf8"),
  );
  const token = (theme: "light" | "dark", name: string): string => {
    for (const sheet of css) {
      const [light = "", dark = ""] = sheet.split('[data-theme="dark"] {');
      const found = (theme === "light" ? light : dark).match(new RegExp(`--${name}: (#[0-9a-f]{6})`));
      if (found?.[1]) return found[1];
    }
    throw new Error(`no --${name}`);
  };

  for (const theme of ["light", "dark"] as const)
    it(`can be read on every step in the ${theme} theme`, () => {
      for (let step = 1; step <= rampSteps; step += 1)
        expect(contrast(token(theme, `scale-${step}`), token(theme, `scale-ink-${step}`))).toBeGreaterThanOrEqual(4.5);
    });

  for (const theme of ["light", "dark"] as const)
    it(`can be read on every tone in the ${theme} theme`, () => {
      for (const side of ["below", "above"])
        for (let step = 1; step <= toneSteps; step += 1)
          expect(
            contrast(token(theme, `tone-${side}-${step}`), token(theme, `tone-ink-${step}`)),
          ).toBeGreaterThanOrEqual(4.5);
    });

  it("gets steadily darker in the light theme and brighter in the dark one", () => {
    const steps = Array.from({ length: rampSteps }, (_, index) => `scale-${index + 1}`);
    const light = steps.map((step) => luminance(token("light", step)));
    const dark = steps.map((step) => luminance(token("dark", step)));
    expect(light).toEqual([...light].sort((a, b) => b - a));
    expect(dark).toEqual([...dark].sort((a, b) => a - b));
  });
});
