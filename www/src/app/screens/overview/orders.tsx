import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, orders, type Size, type ThemeName } from "../../../charts";
import type { Overview, Period } from "../../../engine/protocol";
import type { Words } from "../../../words";

/** Orders and revenue per period. */
export const OrdersOverTime = (props: {
  readonly report: Overview;
  readonly words: Words;
  readonly theme: ThemeName;
}) => {
  const { report, words, theme } = props;
  const { f } = words;
  const say = words.overview.over;
  const draw = useMemo(() => {
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
    return (size: Size, inks = chartThemes[theme]) => orders(data, chartWords, inks, size);
  }, [report, say, f, theme]);
  const incomplete = report.periods.some((period) => !period.complete);
  return (
    <ChartFigure
      title={say.title}
      level={2}
      note={incomplete ? say.incomplete(say.unit[report.unit]) : say.unit[report.unit]}
      draw={draw}
      height={310}
      words={words.overview.chart}
      testid="orders-chart"
      table={{
        columns: say.columns,
        rows: report.periods.map((period) => {
          const label = say.label(report.unit, period.start);
          return [
            period.complete ? label : say.incompleteMark(label),
            f.number(period.orders),
            f.money(period.revenue),
            f.number(period.customers),
          ];
        }),
      }}
    />
  );
};
