import type { Overview } from "../../../engine/protocol";
import { Method } from "../../../ui";
import type { Words } from "../../../words";

type Name = keyof Words["overview"]["figures"];

/** The figures of the file, each with its definition. */
export const Figures = ({ report, words }: { readonly report: Overview; readonly words: Words }) => {
  const { f } = words;
  const say = words.overview;
  const notes = say.figureNotes;
  const figures: readonly (readonly [Name, string | readonly string[], string])[] = [
    ["customers", f.number(report.customers), notes.customers(report.refundOnlyCustomers)],
    ["orders", f.number(report.orders), notes.orders(report.orders / report.customers)],
    ["revenue", f.money(report.revenue), notes.revenue(report.purchaseRows)],
    ["basket", f.money(report.basket), notes.basket],
    ["oneOrder", f.percent(report.oneOrder / report.customers), notes.oneOrder(report.oneOrder)],
    ["topFifth", report.revenue > 0 ? f.percent(report.topFifthShare) : "–", notes.topFifth],
    ["refunds", f.money(report.refunded), notes.refunds(report.refundRows, report.refundOrders)],
    ["period", say.periodValue(report.firstDay, report.lastDay), notes.period(report.lastDay - report.firstDay + 1)],
  ];
  return (
    <dl class="figures" data-testid="figures">
      {figures.map(([name, value, note]) => (
        <div key={name} class={`figure figure-${name}`}>
          <dt>
            {say.figures[name].name}
            <Method label={`${say.figures[name].name}: ${words.shell.how}`}>
              <p>{say.figures[name].how}</p>
            </Method>
          </dt>
          <dd data-testid={`figure-${name}`}>
            <span class="figure-value">
              {typeof value === "string" ? value : value.map((part) => [<span key={part}>{part}</span>, " "])}
            </span>
            {note === "" ? null : <span class="note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
