import { type Chapter, html, list, type Markup, note, rich, table } from "../../report";
import { reportSentence } from "../sentences";
import { settingsTold, stepTold } from "./settings";
import type { Study } from "./study";

/** Where the figures come from: files, rows, what was set aside and why, and the settings of every step. */
export function dataChapter(study: Study): Chapter {
  const { state, words } = study;
  const { head, read, importParams } = state;
  const say = words.report;
  const rows = words.data.report;
  return {
    id: "data",
    title: say.parts.data.title,
    body: html`
${read === null || head === null ? null : html`<p class="lead">${rich(reportSentence(words, head, importParams, read))}</p>`}
${table(
  [
    { name: words.files.file },
    { name: say.size, number: true },
    { name: rows.rows, number: true },
    { name: rows.setAside, number: true },
  ],
  [state, ...state.companions].flatMap(({ files, read }) =>
    files.map(({ name, size }, at) => {
      const one = read?.files[at];
      return [
        name,
        words.f.bytes(size),
        one ? words.f.number(one.rows) : "–",
        one ? words.f.number(one.setAside) : "–",
      ];
    }),
  ),
)}
${issues(study, true)}
${issues(study, false)}
${joins(study)}
<h3>${say.settings}</h3>
${settings(study)}`,
  };
}

/** The settings of all steps; a step is named beside its first one. */
function settings({ state, words }: Study): Markup {
  const say = words.report;
  const told = settingsTold(state, words);
  const steps = told.map((one) => stepTold(one, words));
  return table(
    [{ name: say.step }, { name: say.setting }, { name: say.value }],
    told.map(({ name, value }, at) => [steps[at] === steps[at - 1] ? "" : (steps[at] ?? ""), name, value]),
  );
}

/** Rows set aside, or noticed and kept, by reason. */
function issues({ state: { read }, words }: Study, setAside: boolean): Markup {
  const found = (read?.issues ?? []).filter((issue) => issue.setAside === setAside);
  const say = words.data.report;
  if (found.length === 0) return setAside ? note(say.nothing) : html``;
  const all = read?.rows ?? 0;
  return html`<h3>${setAside ? say.setAside : say.kept}</h3>${table(
    [
      { name: say.reason },
      { name: words.report.meaning },
      { name: say.rows, number: true },
      { name: say.share, number: true },
    ],
    found.map(({ code, count }) => {
      const { name, text } = words.issues.table[code];
      return [name, text, words.f.number(count), words.f.percent(all === 0 ? 0 : count / all)];
    }),
  )}`;
}

function joins({ state: { companions }, words }: Study): Markup {
  const joined = companions.flatMap(({ join, files }) =>
    join === null
      ? []
      : [
          words.report.joined(
            files[0]?.name ?? "",
            join.matched.customers,
            join.onlyTransactions.customers,
            join.onlyOther.customers,
          ),
        ],
  );
  return joined.length === 0 ? html`` : html`<h3>${words.data.joins.title}</h3>${list(joined)}`;
}
