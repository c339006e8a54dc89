import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, distributionTable, type Size, type ThemeName } from "../../../charts";
import type { Histogram, Overview, Spread } from "../../../engine/protocol";
import { Method, Section } from "../../../ui";
import type { Words } from "../../../words";
import { DIMENSIONS, type DimensionName, distributionDrawing, spreadTold } from "../../drawings/distribution";

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
  readonly name: DimensionName;
  readonly bins: Histogram;
  readonly spread: Spread;
  readonly words: Words;
  readonly theme: ThemeName;
}) => {
  const { name, bins, spread, words, theme } = props;
  const { f } = words;
  const say = words.overview.distributions;
  const whole = name !== "m";
  const draw = useMemo(() => {
    const drawing = distributionDrawing(name, bins, spread, words);
    return (size: Size, inks = chartThemes[theme]) => drawing(size, inks);
  }, [name, bins, spread, words, theme]);
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
      note={spreadTold(name, spread, words)}
      draw={draw}
      height={220}
      words={words.overview.chart}
      testid={`distribution-${name}`}
      table={distributionTable(bins, whole, say.columns, say.range[name], f)}
    />
  );
};
