import { type Chapter, documentOf } from "../../report";
import { nameOf } from "../sentences";
import { clustersChapter } from "./clusters";
import { coverageChapter } from "./coverage";
import { customersChapter } from "./customers";
import { front } from "./front";
import { lifecycleChapter } from "./lifecycle";
import { methodChapter } from "./method";
import { personasChapter } from "./personas";
import { profilesChapter } from "./profiles";
import { dataChapter } from "./provenance";
import { rfmChapter } from "./rfm";
import { isReady, PARTS, type ReportPart, type Study } from "./study";

export { isReady, PARTS, type ReportPart, type Study } from "./study";

const chapters: Record<ReportPart, (study: Study) => Chapter | null> = {
  data: dataChapter,
  customers: customersChapter,
  rfm: rfmChapter,
  lifecycle: lifecycleChapter,
  clusters: clustersChapter,
  profiles: profilesChapter,
  personas: personasChapter,
  coverage: coverageChapter,
  method: methodChapter,
};

/** The report as one HTML file. The same study and parts give the same bytes: no clock, no machine stands in it. */
export function reportOf(study: Study, parts: readonly ReportPart[]): string {
  const { state, words, lang } = study;
  return documentOf({
    lang: lang === "zh" ? "zh-CN" : "en",
    title: words.report.heading(nameOf(words, state.file)),
    contents: words.report.contents,
    front: front(study),
    chapters: PARTS.filter((part) => parts.includes(part) && isReady(state, part))
      .map((part) => chapters[part](study))
      .filter((chapter) => chapter !== null),
    foot: words.report.foot,
  });
}
