import { useMemo, useState } from "preact/hooks";
import { againstHeight, ChartFigure, chartThemes, type Size } from "../../../charts";
import { Method, Segmented } from "../../../ui";
import { againstDrawing, MOST_DRAWN } from "../../drawings/against";
import type { Against } from "../../tell/market";
import type { CoverageView } from "./view";

/** What is reached in each cell, beside how much of the whole lies in it. */
export const AgainstChart = ({ state, words, found }: CoverageView & { readonly found: readonly Against[] }) => {
  const say = words.market.against;
  const [wanted, setWanted] = useState<Against["measure"] | null>(null);
  const shown = found.find(({ measure }) => measure === wanted) ?? found[0];
  const draw = useMemo(() => {
    if (shown === undefined) return null;
    const drawing = againstDrawing(shown, words);
    return (size: Size, inks = chartThemes[state.theme]) => drawing(size, inks);
  }, [shown, words, state.theme]);
  if (shown === undefined || draw === null) return null;
  const title = say.title[shown.measure];
  const rows = Math.min(shown.cells.length, MOST_DRAWN);
  return (
    <div class="section">
      <ChartFigure
        title={
          <>
            {title}
            <Method label={`${title}: ${words.shell.how}`}>
              {say.how.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Method>
          </>
        }
        level={2}
        note={say.note({ shown: rows, all: shown.cells.length })}
        tools={
          found.length < 2 ? null : (
            <div class="against-tools">
              <Segmented
                label={say.measure}
                labelHidden
                value={shown.measure}
                testid="against-measure"
                options={found.map(({ measure }) => ({ value: measure, label: say.measures[measure] }))}
                onChange={setWanted}
              />
            </div>
          )
        }
        draw={draw}
        height={againstHeight(rows)}
        testid="against-chart"
      />
    </div>
  );
};
