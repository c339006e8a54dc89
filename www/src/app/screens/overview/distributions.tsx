import { useMemo } from "preact/hooks";
import {
  type BinRange,
  ChartFigure,
  chartThemes,
  distribution,
  distributionTable,
  type Size,
  type ThemeName,
} from "../../../charts";
import type { Histogram, Overview, Spread } from "../../../engine/protocol";
import { Method, Section } from "../../../ui";
import type { Words } from "../../../words";

const DIMENSIONS = ["r", "f", "m"] as const;
type Name = (typeof DIMENSIONS)[number];

/** How R, F and M are spread over customers, with their medians. */
export const Distributions = (props: {
  readonly report: Overview;
  readonly words: Words;
  readonly theme: ThemeName;
}) => (
  <Section title={props.words.overview.distributions.title} class="distributions">
    <div class="distribution-row">
      {DIMENSIONS.map((name, index) => {
        const bins = props.report.histograms[index];
        const spread = props.report.spreads[index];
        return bins && spread ? <One key={name} name={name} bins={bins} spread={spread} {...props} /> : null;
      })}
    </div>
  </Section>
);

const One = (props: {
  readonly name: Name;
  readonly bins: Histogram;
  readonly spread: Spread;
  readonly words: Words;
  readonly theme: ThemeName;
}) => {
  const { name, bins, spread, words, theme } = props;
  const { f } = words;
  const say = words.overview.distributions;
  const [low, median, high] = spread.quartiles;
  const summary = say.spread[name](low, median, high);
  const customers = bins.counts.reduce((sum, count) => sum + count, 0);
  const whole = name !== "m";
  const draw = useMemo(() => {
    const label = say.median(whole ? f.number(median, 1) : f.money(median));
    const data = { bins, whole, marks: [{ value: median, label }], bands: [] };
    const chartWords = {
      x: bins.log ? say.axesLog : say.axes[name],
      y: say.customers,
      value: f.compact,
      count: f.compact,
      point: (range: BinRange, count: number, share: number) => say.point(say.range[name](range), count, share),
      description: say.description(say.names[name], summary, customers),
    };
    return (size: Size, inks = chartThemes[theme]) => distribution(data, chartWords, inks, size);
  }, [bins, whole, median, say, f, name, summary, customers, theme]);
  return (
    <ChartFigure
      title={
        <>
          {say.names[name]}
          <Method label={`${say.names[name]}: ${words.shell.how}`}>
            <p>{say.how[name]}</p>
          </Method>
        </>
      }
      note={summary}
      draw={draw}
      height={220}
      words={words.overview.chart}
      testid={`distribution-${name}`}
      table={distributionTable(bins, whole, say.columns, say.range[name], f)}
    />
  );
};
