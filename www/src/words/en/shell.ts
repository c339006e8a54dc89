import type { View } from "../../app/state";
import { count, f } from "./format";

/** The frame around all screens: top bar, rail, questions, faults. */
export const shell = {
  name: "SegmentLab",
  title: (view: string | null) =>
    view === null ? "SegmentLab: customer segments on your own machine" : `${view} · SegmentLab`,
  description:
    "Drop a customer or order file and get RFM segments. Everything is computed in the page, on your own machine; nothing is sent.",
  skip: "Skip to the content",
  steps: "Steps",
  views: {
    data: "Data",
    overview: "Overview",
    rfm: "RFM",
    lifecycle: "Lifecycle",
    clusters: "Clusters",
    profiles: "Profiles",
    personas: "Personas",
    coverage: "Coverage",
    report: "Report",
    learn: "Learn",
  } satisfies Record<View, string>,
  states: {
    noFile: "no file",
    notRead: "not read",
    reading: "reading",
    running: "working",
    rows: (rows: number) => count(rows, "row"),
    periods: {
      day: (n: number) => count(n, "day"),
      week: (n: number) => count(n, "week"),
      month: (n: number) => count(n, "month"),
    },
    segments: (n: number) => count(n, "segment"),
    stages: (n: number) => count(n, "stage"),
    lesson: "k-means",
    clusters: (n: number) => count(n, "cluster"),
    covered: (rate: number) => `${f.percent(rate, 0)} covered`,
    cells: (n: number) => count(n, "cell"),
    notRun: "not run",
    needsDate: "choose dates",
    needsOrders: "needs orders",
    failed: "stopped",
  },
  file: (name: string, rows: number | null, customers: number | null) =>
    [name, rows === null ? null : count(rows, "row"), customers === null ? null : count(customers, "customer")]
      .filter((part) => part !== null)
      .join(" · "),
  privacy: {
    before: "Computed on this machine",
    after: (requests: number) => `On this machine · ${count(requests, "request")} since your file was opened`,
    title: "Nothing leaves this machine",
    how: [
      "The file is read and computed by this page, in your browser. There is no server that takes part.",
      "From the moment a file is opened, the page's security policy forbids it to connect to anything. Only reloading the page lifts it, and reloading forgets the file.",
      "The number is measured: the browser's own record of what the page fetched since then.",
    ],
  },
  langSwitch: "中文",
  langSwitchLabel: "中文：切换到中文",
  theme: { light: "Light", dark: "Dark" },
  themeLabel: { light: "Switch to light colours", dark: "Switch to dark colours" },
  cancel: "Cancel",
  dismiss: "Dismiss",
  how: "How is this computed?",
  reload: {
    title: "Reload for the sample?",
    text: "While your file is open this page can fetch nothing, a sample neither. Reloading forgets your file and everything computed from it.",
    yes: "Reload and open the sample",
  },
  dropped: {
    title: (files: number) => `${count(files, "file")} dropped: add or replace?`,
    text: (names: readonly string[], open: string) =>
      `${f.list(names.slice(0, 5))}${names.length > 5 ? ` and ${f.number(names.length - 5)} more` : ""}. ${open} is open. Added, files with the same columns are read together and others stand beside it. Replaced, what is open is let go and its results with it.`,
    add: "Add to what is open",
    replace: "Replace what is open",
  },
  fault: {
    title: "This part of the page failed to draw",
    text: "The fault is ours, and your data is untouched. Try again; if it comes back, reload the page and open the file again.",
    again: "Try again",
    detail: "What the browser says",
  },
  saved: (name: string) => `Saved ${name}`,
  busy: {
    head: "Looking at the files",
    read: "Reading the files",
    customers: "Adding up the customers",
    score: "Scoring",
    features: "Listing the features",
    sweep: "Trying numbers of clusters",
    cluster: "Describing the clusters",
    lifecycle: "Telling the stages of the lifecycle",
    profile: "Describing the segments",
    coverage: "Telling who is covered",
    others: "Reading the other files and matching customers",
    export: "Writing the file",
    keep: "Keeping the project on this device",
    sample: "Fetching the sample",
    sheet: "Unpacking the workbook",
  },
  percent: (share: number) => f.percent(share, 0),
  loading: "One moment …",
};
