import { useState } from "preact/hooks";
import { Button, Section, Wide } from "../../../ui";
import type { EffortView } from "./effort-view";

/** Moves in sight until all are asked for. */
const FIRST = 10;

/** What moves from where to where, the largest first. */
export const Moves = ({ found, cells, inTouches, words }: EffortView) => {
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
