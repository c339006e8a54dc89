import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type Size, shiftsHeight } from "../../../charts";
import { Alert, Button, Method, Rich, Section } from "../../../ui";
import { SHIFTS_SHOWN, shiftsDrawing } from "../../drawings/shifts";
import { changesOf, idle, rise, withoutBounds } from "../../effort";
import { Moves } from "./effort-moves";
import { EffortSettings } from "./effort-settings";
import { CellTable } from "./effort-table";
import type { EffortView } from "./effort-view";
import type { CoverageView } from "./view";

/** Where the budget brings most: the settings, what that gains, and what moves. */
export const BestUse = (props: CoverageView & { readonly shown: EffortView | null }) => {
  const { state, commands, words, shown } = props;
  const say = words.effort;
  return (
    <Section
      title={
        <>
          {say.best.title}
          <Method label={`${say.best.title}: ${words.shell.how}`} testid="reallocation-how">
            {say.model.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      testid="reallocation"
      class="best"
    >
      <EffortSettings {...props} />
      {shown !== null ? (
        <Best {...shown} />
      ) : state.busy === null ? (
        <Alert
          kind="beware"
          testid="reallocation-none"
          actions={
            <Button
              onClick={() => commands.setReallocation(withoutBounds(state.coverage.reallocationParams))}
              testid="drop-bounds"
            >
              {say.best.unbound}
            </Button>
          }
        >
          <p>{say.best.none}</p>
        </Alert>
      ) : null}
    </Section>
  );
};

const Best = (view: EffortView) => {
  const { state, words, found, params, cells, inTouches, gained } = view;
  const say = words.effort;
  const changes = useMemo(() => changesOf(found, cells), [found, cells]);
  const draw = useMemo(() => {
    const drawing = shiftsDrawing(changes, gained, words);
    return (size: Size, inks = chartThemes[state.theme]) => drawing(size, inks);
  }, [changes, gained, words, state.theme]);
  const leftOut = changes.filter(({ spent }) => spent.leftOut).length;
  const unused = idle(found);
  const isCurve = params.model.kind === "adbudg";
  if (leftOut === changes.length && isCurve)
    return (
      <Alert kind="beware" testid="no-potential">
        <p>{say.proof.noPotential}</p>
      </Alert>
    );
  const shown = Math.min(changes.length, SHIFTS_SHOWN);
  const notes = [
    found.exact ? say.proof.exact : say.proof.bound(found.bound, gained, 1 - found.gain / found.bound),
    unused === null ? null : say.proof.idle(unused, inTouches),
    leftOut === 0 ? null : say.proof.leftOut(leftOut),
    isCurve && changes.some(({ spent }) => !spent.leftOut && spent.before > spent.need) ? say.proof.above : null,
  ];
  return (
    <>
      <div>
        <p class="effort-headline" data-testid="reallocation-headline">
          <Rich
            say={say.headline({
              spent: found.spent,
              available: unused === null ? null : found.budget,
              inTouches,
              budget: params.budget,
              before: found.gainBefore,
              after: found.gain,
              rise: rise(found),
              gained,
            })}
          />
        </p>
        <p class="basis" data-testid="reallocation-proof">
          {notes.filter((note) => note !== null).join(words.terms.gap)}
        </p>
      </div>
      <ChartFigure
        title={say.chart.title}
        note={say.chart.note(shown, changes.length)}
        draw={draw}
        height={shiftsHeight(shown)}
        testid="shifts"
      />
      <Moves {...view} />
      <CellTable {...view} changes={changes} />
    </>
  );
};
