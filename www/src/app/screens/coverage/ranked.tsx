import { useState } from "preact/hooks";
import { Button, EmptyState, Section, Share, Wide } from "../../../ui";
import { gapsOf } from "../../coverage-sums";
import type { CoverageView } from "./view";

/** Rows shown before the user asks for all. */
const FIRST = 10;

/** The cells below their target, those where most is at stake first. */
export const Ranked = (
  props: CoverageView & { readonly chosen: number | null; readonly onChoose: (cell: number | null) => void },
) => {
  const { report, cells, words, chosen, onChoose } = props;
  const { f } = words;
  const say = words.coverage.ranked;
  const [all, setAll] = useState(false);
  const worth = report.now.whole.atStake !== null;
  const short = gapsOf(cells, report.now);
  const gap = short.reduce((sum, { reach }) => sum + (reach.gap ?? 0), 0);
  const stake = short.reduce((sum, { reach }) => sum + (reach.atStake ?? 0), 0);
  const shown = all ? short : short.slice(0, FIRST);
  const most = short.reduce((most, { reach }) => Math.max(most, reach.atStake ?? 0), 0);
  const table = () => [
    [say.cell, say.customers, say.covered, say.rate, say.goal, say.points, say.gap, ...(worth ? [say.atStake] : [])],
    ...short.map(({ name, reach }) => [
      name,
      reach.customers,
      reach.covered,
      reach.rate,
      reach.goal,
      reach.points,
      reach.gap,
      ...(worth ? [reach.atStake] : []),
    ]),
  ];
  if (short.length === 0)
    return (
      <Section title={say.title} testid="gaps-none">
        <EmptyState title={say.none.title}>
          <p>{say.none.text}</p>
        </EmptyState>
      </Section>
    );
  return (
    <Section
      title={say.title}
      note={say.note({ cells: short.length, gap, stake: worth ? stake : null })}
      tools={
        <Button kind="quiet" testid="export-gaps" onClick={() => props.commands.saveTable(say.title, table())}>
          {say.export}
        </Button>
      }
      testid="gaps"
    >
      <Wide label={say.title}>
        <table class="table coverage-table" data-testid="gaps-table">
          <thead>
            <tr>
              <th scope="col">{say.cell}</th>
              <th scope="col" class="number">
                {say.customers}
              </th>
              <th scope="col" class="number">
                {say.covered}
              </th>
              <th scope="col" class="number">
                {say.rate}
              </th>
              <th scope="col" class="number">
                {say.goal}
              </th>
              <th scope="col" class="number">
                {say.points}
              </th>
              <th scope="col" class="number">
                {say.gap}
              </th>
              {worth ? <th scope="col">{say.atStake}</th> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ index, name, reach }) => (
              <tr key={index} class={chosen === index ? "row-chosen" : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    class="cell-link"
                    aria-pressed={chosen === index}
                    title={say.choose(name)}
                    onClick={() => onChoose(chosen === index ? null : index)}
                  >
                    {name}
                  </button>
                </th>
                <td class="number">{f.number(reach.customers)}</td>
                <td class="number">{f.number(reach.covered ?? 0)}</td>
                <td class="number">{reach.rate === null ? "–" : f.percent(reach.rate)}</td>
                <td class="number">{reach.goal === null ? "–" : f.percent(reach.goal)}</td>
                <td class="number">{reach.points === null ? "–" : f.fixed(reach.points, 1)}</td>
                <td class="number">
                  <b>{f.number(reach.gap ?? 0)}</b>
                </td>
                {worth ? (
                  <td>
                    <Share share={reach.atStake} most={most} text={f.money} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {short.length > FIRST ? (
        <Button kind="quiet" testid="gaps-all" onClick={() => setAll(!all)}>
          {all ? say.fewer(FIRST) : say.more(short.length)}
        </Button>
      ) : null}
    </Section>
  );
};
