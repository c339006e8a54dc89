import { f } from "./format";

/** The screen Report, and what is saved from every screen. */
export const report = {
  title: "Report",
  picture: {
    save: (title: string) => `Save picture: ${title}`,
    button: "Save picture",
    kinds: {
      svg: { name: "SVG", note: "drawing, sharp at any size" },
      png: { name: "PNG", note: "bitmap, for slides and documents" },
    },
    source: (file: string, asOf: number | null) =>
      asOf === null ? `Source: ${file} · SegmentLab` : `Source: ${file}, as of ${f.day(asOf)} · SegmentLab`,
  },
};
