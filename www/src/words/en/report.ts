import type { ReportPart } from "../../app/report/study";
import { plain, sentence } from "../sentence";
import { count, f } from "./format";

/** The screen Report, the report itself, and what is saved from every screen. */
export const report = {
  heading: (file: string) => `Customer segments: ${file}`,
  period: (first: number, last: number, asOf: number) =>
    `Purchases from ${f.longDay(first)} to ${f.longDay(last)}, as of ${f.longDay(asOf)}.`,
  know: (n: number) => (n === 1 ? "One thing worth knowing" : `${n === 2 ? "Two" : "Three"} things worth knowing`),
  concentration: (share: number) => `The fifth of customers with the highest value bring ${f.percent(share, 0)} of it.`,
  whoThey: (division: string) => `Who they are: ${division}`,
  who: "Who",
  described: (division: string) => `Customers divided by: ${division}.`,
  latestCohorts: (shown: number, all: number) => `The latest ${f.number(shown)} of ${f.number(all)} months are shown.`,
  cohorts: "Share of a month's new customers who bought in each month after it.",
  open: (month: string) => `*: ${month} is not over.`,
  contents: "Contents",
  foot: "Made with SegmentLab on one machine; no data was sent. The same file and settings give the same report.",
  comma: ", ",
  colon: ": ",
  semicolon: "; ",
  bracket: (text: string) => `(${text})`,
  own: "(rewritten by the user)",
  parts: {
    data: { title: "Data and settings", what: "files, rows read and set aside, settings of every step" },
    customers: { title: "Customers and orders", what: "figures, orders over time, distributions" },
    rfm: { title: "RFM segments", what: "segments, map of R and F, value tiers" },
    lifecycle: { title: "Lifecycle", what: "stages, repurchase gaps, retention" },
    clusters: { title: "Clusters", what: "clusters and what sets them apart" },
    profiles: { title: "Profiles", what: "what sets each segment apart, all of them side by side" },
    personas: { title: "Personas", what: "one card per segment, with its contact plan" },
    coverage: { title: "Coverage", what: "rates by cell, gaps, the plan of each tier" },
    method: { title: "How it is computed", what: "every figure in plain words" },
  } satisfies Record<ReportPart, { title: string; what: string }>,
  size: "Size",
  settings: "Settings",
  step: "Step",
  setting: "Setting",
  value: "Value",
  meaning: "What it means",
  columnAs: (name: string) => `Column ${name}`,
  cuts: (dimension: string) => `Cut points of ${dimension}`,
  assignedBy: "Assigned by the model from",
  clusterCount: "Clusters",
  joined: (file: string, both: number, here: number, there: number) =>
    `${file}: ${count(both, "customer")} in both, ${f.number(here)} with orders only, ${f.number(there)} in that file only.`,
  personas:
    "Each card describes one segment in plain words. What a sentence rests on stands behind it in brackets; what the user rewrote is marked.",
  privacy:
    "Everything was computed in the browser, on the machine that holds the file. Sums are exact decimals; the order of rows changes nothing.",
  projects: {
    title: "Kept on this device",
    keep: "Keep on this device",
    keepText:
      "The files and the settings stay in this browser, so you can reopen them without choosing the files again. Nothing is kept unless you ask, and nothing is ever sent.",
    again: "Keep once more",
    kept: (day: number, bytes: number) => `kept on ${f.day(day)}, ${f.bytes(bytes)}`,
    open: "Open",
    openOf: (name: string) => `Open ${name}`,
    erase: "Erase",
    eraseOf: (name: string) => `Erase ${name}`,
    eraseTitle: (name: string) => `Erase ${name} from this device?`,
    eraseText: "The copy in this browser goes for good, with its settings. The files on your disk are not touched.",
  },
  workbook: {
    sheets: { customers: "Customers", segments: "Segments", profiles: "Profiles", settings: "Settings" },
    segmentColumns: [
      "Division",
      "Segment",
      "Customers",
      "Share of customers",
      "Value",
      "Share of value",
      "Value per customer",
    ],
    json: "Settings file",
  },
  screen: {
    headline: (file: string, parts: number) =>
      sentence`The report on ${plain(file)} has ${f.number(parts)} ${plain(parts === 1 ? "part" : "parts")} and is one file.`,
    basis:
      "Opens in any browser, offline, with nothing to install, and prints on A4. Nothing is in it but what these screens show; no customer is named (numbers of examples are masked).",
    parts: "What is in the report",
    partsNote: "untick what your reader does not need",
    language: "Language of the report",
    save: "Save report (HTML)",
    goTo: (view: string) => `Go to ${view}`,
    lacking: {
      data: "available once a file was read",
      customers: "needs orders with customer, date and amount",
      rfm: "needs orders with customer, date and amount",
      lifecycle: "needs orders with customer, date and amount",
      clusters: "available after clustering",
      profiles: "available once segments were described",
      personas: "available once segments were described",
      coverage: "available once customers are there to cover",
      method: "available once a file was read",
    } satisfies Record<ReportPart, string>,
    files: {
      title: "Other files",
      customers: {
        title: "Customers",
        text: "One row per customer with scores, segment and value tier, as filtered on the RFM screen.",
        button: "Save as CSV",
      },
      clustered: "One row per customer with its cluster and the figures it was clustered by.",
      workbook: {
        title: "Workbook",
        text: "Excel, with sheets for customers (with their segment in every division), segments, profiles and settings.",
        button: "Save workbook",
      },
      settings: {
        title: "Settings",
        text: "All steps and what you wrote on the cards; dropped with the same file they give the same study.",
      },
      pictures: {
        title: "Pictures",
        text: "Every chart has a small menu beside its title that saves it as SVG or PNG.",
      },
    },
  },
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
