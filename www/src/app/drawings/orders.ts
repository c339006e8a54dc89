import { type ChartTheme, type Drawing, orders, type Size } from "../../charts";
import type { Overview, Period } from "../../engine/protocol";
import type { Words } from "../../words";

/** Orders and revenue per period, for the screen and for the report. */
export function ordersDrawing(report: Overview, words: Words): (size: Size, theme: ChartTheme) => Drawing {
  const { f } = words;
  const say = words.overview.over;
  const told = (period: Period) => {
    const label = say.label(report.unit, period.start);
    return period.complete ? label : say.incompleteMark(label);
  };
  const best = report.periods.reduce((most, period) => (period.orders > most.orders ? period : most));
  const data = report.periods.map((period) => ({
    label: say.label(report.unit, period.start),
    orders: period.orders,
    revenue: period.revenue,
    complete: period.complete,
    point: say.point(told(period), period.orders, period.revenue, period.customers),
  }));
  const chartWords = {
    orders: say.orders,
    revenue: say.revenue,
    axis: f.compact,
    description: say.description(report.periods.length, told(best), best.orders),
  };
  return (size, theme) => orders(data, chartWords, theme, size);
}

/** What stands beside its title. */
export function ordersNote({ unit, periods }: Overview, words: Words): string {
  const say = words.overview.over;
  return periods.some((period) => !period.complete) ? say.incomplete(say.unit[unit]) : say.unit[unit];
}
