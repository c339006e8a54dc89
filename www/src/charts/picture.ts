import type { Drawing, Size } from "./drawing";
import { textWidth } from "./labels";
import { type ChartTheme, chartThemes } from "./theme";

/** Colours and type of pictures that leave the page: light, on white, and with fonts that other programs have too. */
export const pictureTheme: ChartTheme = {
  ...chartThemes.light,
  page: "#ffffff",
  // Without quotation marks: the drawing puts the names into attributes as they are.
  font: "Segoe UI, Arial, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif",
};

/** What stands around a chart that is looked at on its own. */
export interface Caption {
  readonly title: string;
  readonly note?: string | undefined;
  /** Where the figures come from. */
  readonly source: string;
}

const margin = 28;
const lines = { title: 24, note: 19, source: 16 };

/** A chart's SVG as a part of something larger: without what differs from drawing to drawing, and with names of its own. */
export function embedded(svg: string, name: string, beneath = ""): string {
  return svg
    .replace(/<style[^>]*>.*?<\/style>/gs, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/zr\d+-/g, `${name}-`)
    .replace(/ pointer-events="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/="[^"]*"/g, (attribute) =>
      attribute.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10)),
    )
    .replace(/^<svg[^>]*>/, (opening) => opening + beneath);
}

/** Where styles are forbidden their attributes are not. The font is that of the whole; its size and weight are not. */
const asAttributes = (style: string): string =>
  style
    .split(";")
    .map((one) => one.split(":"))
    .flatMap(([name = "", value = ""]) => {
      if (name !== "font") return name.startsWith("font-") && name !== "font-family" ? [[name, value]] : [];
      const [, weight, size] = /^(?:normal\s+)*(\d{3}|bold)?\s*(\d[\d.]*px)/.exec(value.trim()) ?? [];
      return [
        ["font-size", size],
        ["font-weight", weight],
      ];
    })
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`))
    .join("");

/** A picture that explains itself: the chart between its title and where its figures come from. */
export function captioned(chart: string, { width, height }: Size, { title, note, source }: Caption): string {
  const titles = wrapped(title, width, 18);
  const notes = note ? wrapped(note, width, 13) : [];
  const sources = wrapped(source, width, 12);
  const top = margin + titles.length * lines.title + notes.length * lines.note + 8;
  const whole = {
    width: width + 2 * margin,
    height: top + height + 12 + sources.length * lines.source + margin - 8,
  };
  const text = (line: string, y: number, size: number, fill: string, weight = 400) =>
    `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(line)}</text>`;
  const { muted, page, font } = pictureTheme;
  const noteTop = margin + titles.length * lines.title;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${page}"/>`,
    ...titles.map((line, at) => text(line, margin + 14 + at * lines.title, 18, pictureTheme.text, 600)),
    ...notes.map((line, at) => text(line, noteTop + 12 + at * lines.note, 13, muted)),
    chart.replace(/^<svg/, `<svg x="${margin}" y="${top}"`),
    ...sources.map((line, at) => text(line, top + height + 24 + at * lines.source, 12, muted)),
    "</svg>",
  ].join("\n");
}

/** What a drawing paints beneath its shapes, as an image inside the picture. */
export function underlay({ beneath }: Drawing, { width, height }: Size, page: Document): string {
  if (beneath === undefined) return "";
  const canvas = page.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const context = canvas.getContext("2d");
  if (context === null) return "";
  context.scale(2, 2);
  beneath(context);
  return `<image href="${canvas.toDataURL("image/png")}" width="${width}" height="${height}"/>`;
}

/** Text in lines no wider than given: broken at blanks, and between any two Chinese characters. */
export function wrapped(text: string, width: number, size: number): string[] {
  const words = text.match(/[\u2e80-\u{3ffff}][，。、；：！？）」』”]*|[^\s\u2e80-\u{3ffff}]+\s*|\s+/gu) ?? [];
  const found: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && textWidth((line + word).trimEnd(), size) > width) {
      found.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  return line.trim() === "" ? found : [...found, line.trimEnd()];
}

const NAMES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => NAMES[letter] ?? letter);
