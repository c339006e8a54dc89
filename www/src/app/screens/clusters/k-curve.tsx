import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type Size } from "../../../charts";
import { Method, Section } from "../../../ui";
import { kDrawing, placeOf, triedOf } from "../../drawings/k-curve";
import type { KProps } from "./k-props";
import { Measures, SuggestionLine } from "./k-suggestion";
import { KTable } from "./k-table";

/** The choice of k: measures over the number of clusters as chart and table, and what they suggest. */
export const KChoice = (props: KProps) => {
  const { words } = props;
  const say = words.clusters;
  return (
    <div class="chart-and-table k-choice" data-testid="k-choice">
      <KCurve {...props} />
      <Section
        title={
          <>
            {say.curve.table.title}
            <Method label={`${say.curve.table.how}: ${words.shell.how}`} testid="k-how">
              <Measures sweep={props.sweep} words={words} />
            </Method>
          </>
        }
        note={say.curve.table.legend}
      >
        <KTable {...props} />
        <SuggestionLine {...props} />
      </Section>
    </div>
  );
};

/** Measures over the number of clusters; fills in while the sweep runs. */
const KCurve = ({ sweep, range: [from, to], chosen, words, theme, onChoose }: KProps) => {
  const say = words.clusters.curve;
  const ks = triedOf(sweep, [from, to]);
  const draw = useMemo(() => {
    const drawing = kDrawing(sweep, ks, chosen, words);
    return (size: Size, inks = chartThemes[theme]) => drawing(size, inks);
  }, [sweep, from, to, chosen, words, theme]);
  return (
    <ChartFigure
      title={say.title}
      level={2}
      note={say.note}
      draw={draw}
      height={560}
      testid="k-curve"
      choice={{
        chosen: placeOf(ks, chosen),
        onChoose: (index) => {
          const row = sweep.rows.find(({ k }) => k === ks[index]);
          if (row !== undefined) onChoose(row.k);
        },
      }}
    />
  );
};
