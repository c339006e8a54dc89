import { useEffect, useMemo, useState } from "preact/hooks";
import { ChartFigure, chartThemes, type Size } from "../../../charts";
import type { LifecycleReport } from "../../../engine/protocol";
import { Method } from "../../../ui";
import { gapsDrawing, gapsEnd, type Thresholds } from "../../drawings/gaps";
import type { ScreenProps } from "../../screen";
import { Handles } from "./handles";

/** How long customers take to come back, with the two gaps that tell stages: both can be moved. */
export const GapsFigure = (props: ScreenProps & { readonly report: LifecycleReport }) => {
  const { state, commands, words, report } = props;
  const { f } = words;
  const say = words.lifecycle;
  const { width, counts, count, customers, median, beyond } = report.gaps;
  const inForce = { warning: report.warning, loss: report.loss };
  // While a handle is moved, before it is let go.
  const [moved, setMoved] = useState<Thresholds | null>(null);
  useEffect(() => setMoved(null), [report]);
  const { warning, loss } = moved ?? inForce;
  const draw = useMemo(() => {
    const drawing = gapsDrawing(report, { warning, loss }, words);
    return (size: Size, inks = chartThemes[state.theme]) => drawing(size, inks);
  }, [report, warning, loss, words, state.theme]);
  return (
    <ChartFigure
      level={2}
      title={
        <>
          {say.gaps.title}
          <Method label={`${say.gaps.title}: ${words.shell.how}`} testid="gaps-how">
            {say.gaps.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={say.gaps.note({ count, customers, median: median ?? 0, beyond })}
      tools={
        <Handles
          value={{ warning, loss }}
          end={gapsEnd(report)}
          words={words}
          onMove={setMoved}
          onCommit={(to) => {
            if (to.warning !== report.warning)
              commands.setLifecycle({ ...state.lifecycle.params, warning: to.warning });
            else if (to.loss !== report.loss) commands.setLifecycle({ ...state.lifecycle.params, loss: to.loss });
          }}
        />
      }
      draw={draw}
      height={260}
      testid="gaps"
      words={words.overview.chart}
      table={{
        columns: say.gaps.columns,
        rows: counts.map((gapsOf, index) => [
          say.gaps.range(index * width + 1, (index + 1) * width),
          f.number(gapsOf),
          f.percent(gapsOf / count),
        ]),
      }}
    />
  );
};
