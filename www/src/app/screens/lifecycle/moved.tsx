import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, flow, rampSteps, type Size, type ThemeName } from "../../../charts";
import type { Division, Movement } from "../../../engine/protocol";
import { Swatch, Wide } from "../../../ui";
import type { Words } from "../../../words";
import { divisionName } from "../../divisions";
import { flowOf, type Moves, movesOf } from "./moves";

interface Props {
  readonly division: Division;
  readonly movement: Movement;
  readonly words: Words;
  readonly theme: ThemeName;
}

/** A movement as ribbons and as a table. */
export const Moved = (props: Props) => {
  const { division, movement, words, theme } = props;
  const say = words.lifecycle.movement;
  const { earlier, later } = movement;
  const moves = useMemo(() => movesOf(movement, division, words), [movement, division, words]);
  const draw = useMemo(() => {
    const told = {
      from: say.side(earlier),
      to: say.side(later),
      description: say.description({ customers: moves.known + moves.newcomers, earlier, later }),
    };
    return (size: Size, inks = chartThemes[theme]) => flow(flowOf(moves, words), told, inks, size);
  }, [moves, words, theme]);
  const { known, stayed, newcomers, most } = moves;
  const [from, to] = [moves.from[most?.from ?? -1], moves.to[most?.to ?? -1]];
  const customers = moves.counts[most?.from ?? -1]?.[most?.to ?? -1] ?? 0;
  const nodes = Math.max(moves.from.length, moves.to.length);
  return (
    <>
      <ChartFigure
        title={`${say.flow}${words.report.colon}${divisionName(words, division)}`}
        note={
          <span data-testid="movement-note">
            {known === 0 ? null : say.note({ customers: known, stayed: stayed / known, newcomers, earlier, later })}
            {words.terms.gap}
            {from && to ? say.most(from.name, to.name, customers) : null}
          </span>
        }
        draw={draw}
        // Names take a line each, however few customers bear them.
        height={Math.max(Math.min(260 + nodes * 24, 560), 160 + nodes * 22)}
        testid="flow"
      />
      <MovedTable {...props} moves={moves} />
    </>
  );
};

/** From where in rows, to where in columns. */
const MovedTable = ({ movement, words, moves }: Props & { readonly moves: Moves }) => {
  const { f } = words;
  const say = words.lifecycle.movement;
  const { from, to, counts } = moves;
  // A share of all of a row is the strongest shade, so that rows can be compared.
  const shade = (share: number) => Math.min(Math.ceil(share * rampSteps), rampSteps);
  return (
    <Wide label={say.table}>
      <table class="heat cross" data-testid="movement-table">
        <thead>
          <tr>
            <th scope="col" class="movement-corner">
              {say.corner.from(movement.earlier)}
              <br />
              {say.corner.to(movement.later)}
            </th>
            {to.map(({ name, colour }) => (
              <th key={name} scope="col">
                <Swatch colour={colour} />
                {name}
              </th>
            ))}
            <th scope="col">{say.total}</th>
          </tr>
        </thead>
        <tbody>
          {from.map((row, at) => (
            <tr key={row.name}>
              <th scope="row">
                <span class="stage-name">
                  <Swatch colour={row.colour} />
                  {row.name}
                </span>
              </th>
              {to.map((column, place) => {
                const customers = counts[at]?.[place] ?? 0;
                const share = customers / row.customers;
                return (
                  <td
                    key={column.name}
                    class="heat-cell"
                    data-shade={shade(share)}
                    title={say.cell(row.name, column.name, customers, share)}
                  >
                    <b>{f.number(customers)}</b>
                    <span class="heat-sd">{customers === 0 ? "" : f.percent(share, 0)}</span>
                  </td>
                );
              })}
              <td>{f.number(row.customers)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            {to.map((column) => (
              <td key={column.name}>{f.number(column.customers)}</td>
            ))}
            <td>{f.number(moves.known + moves.newcomers)}</td>
          </tr>
        </tfoot>
      </table>
    </Wide>
  );
};
