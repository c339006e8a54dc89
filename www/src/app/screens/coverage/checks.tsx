import { Minus, Check as Tick, X } from "lucide";
import type { Check, Checks } from "../../../engine/protocol";
import { Icon, Method, Rich, Section, Wide } from "../../../ui";
import type { Words } from "../../../words";
import { passedOf, QUESTIONS } from "../../tell/checks";
import type { MarketTable } from "../../tell/market";
import type { CoverageView } from "./view";

/** The five questions asked of each cell with customers. */
export const ChecksTable = ({ words, report, table }: CoverageView & { readonly table: MarketTable }) => {
  const say = words.market.checks;
  const passed = passedOf(report, table);
  const rows = table.rows.filter(({ cell }) => (report.now.cells[cell.index]?.customers ?? 0) > 0);
  return (
    <Section title={say.title}>
      <p class="market-sentence" data-testid="checks-says">
        <Rich say={say.say({ ...passed, open: passed.open.length })} />
        {passed.hardest === null ? null : (
          <>
            {words.terms.gap}
            <Rich say={say.hardest(say.questions[passed.hardest.question], passed.hardest.failed)} />
          </>
        )}
        {passed.open.length === 0 ? null : (
          <>
            {words.terms.gap}
            {say.open(passed.open.map((question) => say.questions[question]))}
          </>
        )}
      </p>
      <div class="market-long">
        <Wide label={say.title}>
          <table class="table checks-table" data-testid="checks-table">
            <thead>
              <tr>
                <th scope="col">{words.market.table.cell}</th>
                {QUESTIONS.map((question) => (
                  <th key={question} scope="col">
                    {say.questions[question]}
                    <Method label={`${say.questions[question]}: ${words.shell.how}`} testid={`check-how-${question}`}>
                      <p>{say.how[question]}</p>
                    </Method>
                    <span class="checks-unit">{say.figures[question]}</span>
                  </th>
                ))}
                <th scope="col" class="number">
                  {say.passed}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ cell }) => {
                const own = report.checks[cell.index];
                return own === undefined ? null : (
                  <tr key={cell.index}>
                    <th scope="row">{cell.name}</th>
                    {QUESTIONS.map((question) => (
                      <td key={question}>
                        <Verdict check={own[question]} question={question} words={words} />
                      </td>
                    ))}
                    <td class="number">{passedText(own, words)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Wide>
      </div>
    </Section>
  );
};

/** A sign with its figure; the sign has a shape and a name, not only a colour. */
const Verdict = (props: { readonly check: Check; readonly question: keyof Checks; readonly words: Words }) => {
  const { check, question, words } = props;
  const say = words.market.checks;
  const [sign, kind, name] =
    check.passes === null
      ? [Minus, "quiet", say.untold]
      : check.passes
        ? [Tick, "good", say.pass]
        : [X, "lost", say.fail];
  return (
    <span class="verdict">
      <span class={kind} title={name}>
        <Icon of={sign} size={15} />
        <span class="visually-hidden">{name}</span>
      </span>
      {check.figure === null ? null : <span>{figureText(question, check.figure, words)}</span>}
    </span>
  );
};

function figureText(question: keyof Checks, figure: number, { f }: Words): string {
  if (question !== "differentiable") return f.percent(figure);
  return `${figure > 0 ? "+" : ""}${f.fixed(figure, 2)}`;
}

function passedText(checks: Checks, words: Words): string {
  const told = QUESTIONS.map((question) => checks[question].passes).filter((passes) => passes !== null);
  return words.market.checks.passedOf(told.filter((passes) => passes).length, told.length);
}
