import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { segmentTokens } from "../ui/segment";
import { chartThemes } from "./theme";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => {
  const row = ([x, y, z]: Triple) => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

/** Linear light of a colour. */
const light = (hex: string): Triple => {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

/** How eyes see linear light: all cones, and without the red, green or blue ones (Machado, Oliveira and Fernandes 2009). */
const eyes: Readonly<Record<string, Matrix>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab (Ottosson 2020), in hundredths: even steps look even. */
const oklab = (rgb: Triple): Triple => {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  const [lightness, a, b] = times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
  return [100 * lightness, 100 * a, 100 * b];
};

const clamp = (value: number) => Math.min(Math.max(value, 0), 1);
const seen = (hex: string, by: Matrix): Triple => {
  const [r, g, b] = times(by, light(hex));
  return oklab([clamp(r), clamp(g), clamp(b)]);
};
const apart = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const css = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");

describe("tones, inks, and the colour of the rest", () => {
  const map = readFileSync(new URL("../styles/map.css", import.meta.url), "utf8");
  for (const theme of ["light", "dark"] as const)
    it(`are the tokens of the ${theme} theme`, () => {
      const of = (sheet: string, token: RegExp) => {
        const [bright = "", dark = ""] = sheet.split('[data-theme="dark"] {');
        return [...(theme === "light" ? bright : dark).matchAll(token)].map(([, colour]) => colour);
      };
      expect(chartThemes[theme].scaleInks).toEqual(of(map, /--scale-ink-\d+: (#[0-9a-f]{6})/g));
      expect(chartThemes[theme].tones).toEqual(of(css, /--tone-(?:below-|above-)?\d: (#[0-9a-f]{6})/g));
      expect(chartThemes[theme].toneInks).toEqual(of(map, /--tone-ink-\d: (#[0-9a-f]{6})/g));
      expect([chartThemes[theme].others]).toEqual(of(css, /--segment-others: (#[0-9a-f]{6})/g));
    });
});

describe("colours of segments", () => {
  for (const theme of ["light", "dark"] as const) {
    const { segments } = chartThemes[theme];

    it(`are the tokens of the ${theme} theme`, () => {
      const [bright = "", dark = ""] = css.split('[data-theme="dark"] {');
      const tokens = [...(theme === "light" ? bright : dark).matchAll(/--segment-\d+: (#[0-9a-f]{6})/g)];
      expect(segments).toEqual(tokens.map(([, colour]) => colour));
      expect(segments).toHaveLength(segmentTokens);
    });

    it(`go from faint to strong by the tokens of the ${theme} theme`, () => {
      const [bright = "", dark = ""] = css.split('[data-theme="dark"] {');
      const tokens = [...(theme === "light" ? bright : dark).matchAll(/--scale-\d: (#[0-9a-f]{6})/g)];
      expect(chartThemes[theme].scale).toEqual(tokens.map(([, colour]) => colour));
    });

    for (const [name, eye] of Object.entries(eyes))
      it(`can be told apart in the ${theme} theme by eyes with ${name} cones`, () => {
        const points = segments.map((colour) => seen(colour, eye));
        const nearest = points.flatMap((a, i) => points.slice(i + 1).map((b) => apart(a, b)));
        // Neighbours in a legend are told apart from about 2 on, colours of spots of a few pixels from about 7 on.
        expect(Math.min(...nearest)).toBeGreaterThan(7);
      });
  }
});
