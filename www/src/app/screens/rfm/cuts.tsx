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
import type { Dimension, RfmReport } from "../../../engine/protocol";
import { Method, Section } from "../../../ui";
import type { Words } from "../../../words";
import { binsOf, DIMENSIONS, type DimensionName } from "../../bands";

/** R, F and M over customers, with the cut points and the scores between them. */
export const Cuts = (props: { readonly report: RfmReport; readonly words: Words; readonly theme: ThemeName }) => {
  const { report, words } = props;
  const say = words.rfm.cuts;
  return (
    <Section title={say.title} note={say.note}>
      <div class="distribution-row">
        {DIMENSIONS.map((name, index) => {
          const dimension = report.dimensions[index];
          return dimension ? <One key={name} name={name} dimension={dimension} {...props} /> : null;
        })}
      </div>
    </Section>
  );
};

const One = (props: {
  readonly name: DimensionName;
  readonly dimension: Dimension;
  readonly report: RfmReport;
  readonly words: Words;
  readonly theme: ThemeName;
}) => {
  const { name, dimension, report, words, theme } = props;
  const { f } = words;
  const say = words.rfm.cuts;
  const common = words.overview.distributions;
  const letter = name.toUpperCase();
  const whole = name !== "m";
  const nested = dimension.cuts.length === 0;
  const draw = useMemo(() => {
    const value = (cut: number) => (whole ? f.number(cut, 1) : f.number(cut, cut < 100 ? 2 : 0));
    const bands = nested
      ? []
      : binsOf(name, dimension).map(({ score }) => ({ name: `${letter}${score}`, short: String(score) }));
    const data = {
      bins: dimension.histogram,
      whole,
      marks: dimension.cuts.map((cut) => ({ value: cut, label: value(cut) })),
      bands,
    };
    const chartWords = {
      x: dimension.histogram.log ? common.axesLog : common.axes[name],
      y: common.customers,
      value: f.compact,
      count: f.compact,
      point: (range: BinRange, customers: number, share: number) =>
        common.point(common.range[name](range), customers, share),
      description: say.description(common.names[name], f.list(dimension.cuts.map(value)), report.customers),
    };
    return (size: Size, inks = chartThemes[theme]) => distribution(data, chartWords, inks, size);
  }, [dimension, report.customers, name, letter, whole, nested, common, say, f, theme]);
  return (
    <ChartFigure
      title={
        <>
          {common.names[name]}
          <Method label={`${common.names[name]}: ${words.shell.how}`}>
            <p>{common.how[name]}</p>
            <p>{words.rfm.scoring.how}</p>
          </Method>
        </>
      }
      note={nested ? say.nested : undefined}
      draw={draw}
      height={230}
      words={words.overview.chart}
      testid={`distribution-${name}`}
      table={distributionTable(dimension.histogram, whole, common.columns, common.range[name], f)}
    />
  );
};
