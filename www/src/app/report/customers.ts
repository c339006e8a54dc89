import { type Chapter, facts, figure, html, rich } from "../../report";
import { DIMENSIONS, distributionDrawing, spreadTold } from "../drawings/distribution";
import { ordersDrawing, ordersNote } from "../drawings/orders";
import type { Study } from "./study";

/** Who bought how often and for how much. */
export function customersChapter({ state: { overview, customersParams }, words, draw }: Study): Chapter | null {
  if (overview === null) return null;
  const { f } = words;
  const say = words.overview;
  const told = overview.revenue > 0 && overview.topFifthShare >= 0 && overview.topFifthShare <= 1;
  return {
    id: "customers",
    title: words.report.parts.customers.title,
    body: html`
<p class="lead">${rich(
      say.headline({
        customers: overview.customers,
        orders: overview.orders,
        revenue: overview.revenue,
        first: overview.firstDay,
        last: overview.lastDay,
        topFifth: told ? overview.topFifthShare : null,
      }),
    )}</p>
<p class="note">${say.basis.asOf(overview.asOf, customersParams.asOf !== null)} ${say.basis.refunds(customersParams.refunds, overview.refundRows)}</p>
${facts([
  [say.figures.customers.name, f.number(overview.customers)],
  [say.figures.orders.name, f.number(overview.orders)],
  [say.figures.revenue.name, f.money(overview.revenue)],
  [say.figures.basket.name, f.money(overview.basket)],
  [say.figures.oneOrder.name, f.percent(overview.oneOrder / overview.customers)],
  [say.figures.topFifth.name, told ? f.percent(overview.topFifthShare) : "–"],
  [say.figures.refunds.name, f.money(overview.refunded)],
  [say.figures.period.name, say.periodValue(overview.firstDay, overview.lastDay).join(" ")],
])}
${overview.periods.length === 0 ? null : figure(draw("orders", ordersDrawing(overview, words), { width: 780, height: 250 }), say.over.title, ordersNote(overview, words))}
${DIMENSIONS.map((name, at) => {
  const [bins, spread] = [overview.histograms[at], overview.spreads[at]];
  return bins === undefined || spread === undefined
    ? null
    : figure(
        draw(`spread-${name}`, distributionDrawing(name, bins, spread, words), { width: 780, height: 160 }),
        say.distributions.names[name],
        spreadTold(name, spread, words),
      );
})}`,
  };
}
