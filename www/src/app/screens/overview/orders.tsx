import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type Size, type ThemeName } from "../../../charts";
import type { Overview } from "../../../engine/protocol";
import type { Words } from "../../../words";
import { ordersDrawing, ordersNote } from "../../drawings/orders";

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
    const drawing = ordersDrawing(report, words);
    return (size: Size, inks = chartThemes[theme]) => drawing(size, inks);
  }, [report, words, theme]);
  return (
    <ChartFigure
      title={say.title}
      level={2}
      note={ordersNote(report, words)}
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
