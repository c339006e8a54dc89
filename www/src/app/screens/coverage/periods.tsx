import { useState } from "preact/hooks";
import type { CellReach, Moved } from "../../../engine/protocol";
import { EmptyState, Method, Section, Segmented, Wide } from "../../../ui";
import { summed } from "../../coverage-sums";
import { Track } from "./track";
import type { CoverageView } from "./view";

interface Line {
  readonly name: string;
  readonly now: CellReach;
  readonly before: CellReach;
  readonly moved: Moved;
}

/** Coverage in the period and in the one before, by the segments of a dimension, with the goal. */
export const Periods = (props: CoverageView) => {
  const { report, dimensions, words } = props;
  const { f } = words;
  const say = words.coverage.periods;
  const [wanted, setWanted] = useState(0);
  const by = wanted < dimensions.length ? wanted : 0;
  const { period, before: earlier } = report.params;
  const title = (
    <>
      {say.title}
      <Method label={`${say.title}: ${words.shell.how}`} testid="periods-how">
        {say.how.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Method>
    </>
  );
  if (report.before === null || period === null || earlier === null)
    return (
      <Section title={title} testid="periods-none">
        <EmptyState title={say.none.title}>
          <p>{say.none.text(earlier)}</p>
        </EmptyState>
      </Section>
    );
  const lines = linesOf(props, by);
  const all = line("", report, [...props.cells.keys()]);
  return (
    <Section
      title={title}
      note={say.note(earlier, period)}
      tools={
        dimensions.length > 1 ? (
          <Segmented
            label={say.by}
            labelHidden
            value={String(by)}
            testid="periods-by"
            options={dimensions.map(({ name }, at) => ({ value: String(at), label: name }))}
            onChange={(value) => setWanted(Number(value))}
          />
        ) : null
      }
      testid="periods"
    >
      <Wide label={say.title}>
        <table class="table periods coverage-table" data-testid="periods-table">
          <thead>
            <tr>
              <th scope="col">{dimensions[by]?.name}</th>
              <th scope="col" class="number">
                {say.before}
              </th>
              <th scope="col" class="number">
                {say.now}
              </th>
              <th scope="col" class="number">
                {say.change}
              </th>
              <th scope="col" class="track-head">
                {say.track}
              </th>
              <th scope="col" class="number">
                {say.goal}
              </th>
              <th scope="col" class="number">
                {say.gained}
              </th>
              <th scope="col" class="number">
                {say.lost}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...lines, { ...all, name: words.coverage.heat.all }].map(({ name, now, before, moved }, at) => {
              const change = now.rate === null || before.rate === null ? null : 100 * (now.rate - before.rate);
              return (
                <tr key={name} class={at === lines.length ? "total" : undefined}>
                  <th scope="row">{name}</th>
                  <td class="number">{before.rate === null ? "–" : f.percent(before.rate)}</td>
                  <td class="number">
                    <b>{now.rate === null ? "–" : f.percent(now.rate)}</b>
                  </td>
                  <td class="number">{change === null ? "–" : say.points(change)}</td>
                  <td>
                    <Track now={now.rate} before={before.rate} goal={now.goal} />
                  </td>
                  <td class="number">{now.goal === null ? "–" : f.percent(now.goal)}</td>
                  <td class="number">{f.number(moved.gained)}</td>
                  <td class="number">{f.number(moved.lost)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
      <p class="track-legend note">
        <span class="track-key track-key-before" aria-hidden="true" />
        {say.legend.before}
        <span class="track-key track-key-now" aria-hidden="true" />
        {say.legend.now}
        <span class="track-key track-key-goal" aria-hidden="true" />
        {say.legend.goal}
      </p>
    </Section>
  );
};

/** The segments of a dimension, each over all cells that it has. */
const linesOf = ({ report, dimensions, cells }: CoverageView, by: number): readonly Line[] =>
  (dimensions[by]?.segments ?? []).map((name, segment) =>
    line(
      name,
      report,
      cells.filter(({ place }) => place[by] === segment).map(({ index }) => index),
    ),
  );

function line(name: string, report: CoverageView["report"], indices: readonly number[]): Line {
  const pick = (cells: readonly CellReach[]) => summed(indices.flatMap((index) => cells[index] ?? []));
  const count = (of: (moved: Moved) => number) =>
    indices.reduce((sum, index) => sum + (report.moved[index] ? of(report.moved[index]) : 0), 0);
  return {
    name,
    now: pick(report.now.cells),
    before: pick(report.before?.cells ?? []),
    moved: { kept: count(({ kept }) => kept), gained: count(({ gained }) => gained), lost: count(({ lost }) => lost) },
  };
}
