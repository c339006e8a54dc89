import { useMemo, useState } from "preact/hooks";
import { ChartFigure, chartThemes, flow, type Size } from "../../../charts";
import { Button, Section, Segmented, Wide } from "../../../ui";
import { flowBy, mostMoving } from "../../effort-flow";
import type { EffortView } from "./effort-view";

/** Moves in sight until all are asked for. */
const FIRST = 10;

/** What moves from where to where, the largest first. */
export const Moves = (view: EffortView) => {
  const { found, cells, inTouches, words } = view;
  const { f } = words;
  const say = words.effort.moves;
  const [all, setAll] = useState(false);
  const { columns } = say;
  const name = (at: number | null, none: string) => (at === null ? <i class="quiet">{none}</i> : cells[at]?.name);
  const touches = (at: number | null, spent: number) =>
    at === null ? "–" : f.number(spent / (found.cells[at]?.cost ?? 1));
  const shown = all ? found.moves : found.moves.slice(0, FIRST);
  const largest = found.moves[0]?.spent ?? 1;
  return (
    <Section title={say.title} note={found.moves.length === 0 ? say.none : say.note} testid="moves">
      {found.moves.length === 0 ? null : (
        <>
          <Ribbons {...view} />
          <Wide label={say.title}>
            <table class="table moves-table" data-testid="moves-table">
              <thead>
                <tr>
                  <th scope="col">{columns.from}</th>
                  <th scope="col">{columns.to}</th>
                  {inTouches ? (
                    <th scope="col" class="number">
                      {columns.touches}
                    </th>
                  ) : (
                    [columns.given, columns.taken, columns.cost].map((title) => (
                      <th key={title} scope="col" class="number">
                        {title}
                      </th>
                    ))
                  )}
                  <td class="move-bar-cell" />
                </tr>
              </thead>
              <tbody>
                {shown.map(({ from, to, spent }) => (
                  <tr key={`${from}-${to}`}>
                    <td>{name(from, say.added)}</td>
                    <td>{name(to, say.left)}</td>
                    {inTouches ? (
                      <td class="number">{f.number(spent)}</td>
                    ) : (
                      <>
                        <td class="number">{touches(from, spent)}</td>
                        <td class="number">{touches(to, spent)}</td>
                        <td class="number">{f.money(spent)}</td>
                      </>
                    )}
                    <td class="move-bar-cell">
                      <span class="move-bar" style={{ width: `${(100 * spent) / largest}%` }} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
          {shown.length < found.moves.length ? (
            <Button kind="quiet" onClick={() => setAll(true)} testid="moves-all">
              {say.all(found.moves.length)}
            </Button>
          ) : null}
        </>
      )}
    </Section>
  );
};

/** The same summed by a dimension. */
const Ribbons = ({ state, words, found, cells, dimensions }: EffortView) => {
  const say = words.effort.moves;
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen !== null && chosen < dimensions.length ? chosen : mostMoving(found, cells, dimensions.length);
  const dimension = dimensions[at];
  const data = useMemo(
    () => (dimension === undefined ? null : flowBy(found, cells, at, dimension, words)),
    [found, cells, at, dimension, words],
  );
  const draw = useMemo(() => {
    const told = { from: say.given, to: say.taken, description: say.description(found.moves.length) };
    return (size: Size, inks = chartThemes[state.theme]) =>
      flow(data ?? { from: [], to: [], links: [] }, told, inks, size);
  }, [data, say, found, state.theme]);
  if (data === null || dimension === undefined) return null;
  const nodes = Math.max(data.from.length, data.to.length);
  return (
    <ChartFigure
      title={say.summed(dimension.name)}
      tools={
        dimensions.length === 1 ? null : (
          <Segmented
            label={say.by}
            labelHidden
            value={String(at)}
            testid="moves-by"
            options={dimensions.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(index) => setChosen(Number(index))}
          />
        )
      }
      draw={draw}
      height={Math.max(Math.min(120 + nodes * 28, 480), 60 + nodes * 22)}
      testid="moves-flow"
    />
  );
};
