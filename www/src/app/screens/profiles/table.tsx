// biome-ignore-all lint/a11y: a table walked through cell by cell is a grid, and its cells hold the focus.
import { ChevronDown, ChevronRight } from "lucide";
import { useMemo, useRef, useState } from "preact/hooks";
import { toneRange, toneSteps } from "../../../charts";
import { Icon, Method, Section, Wide } from "../../../ui";
import type { Fact } from "../../tell/statement";
import { groupsOf, type Place, rowsOf } from "../../tell/table-rows";
import { Row } from "./row";
import type { ProfileView } from "./view";

/** Traits by segments, in groups that fold; each cell tells on demand what it rests on. */
export const Comparison = (props: ProfileView) => {
  const { report, told, colours, words } = props;
  const say = words.profiles.table;
  const table = useRef<HTMLTableElement>(null);
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState<Place>({ row: 0, segment: 0 });
  const [pointed, setPointed] = useState<Place | null>(null);
  const groups = useMemo(
    () =>
      groupsOf(report.traits).map(({ group, traits }) => ({
        group,
        count: traits.length,
        rows: shut.has(group) ? [] : traits.flatMap((trait) => rowsOf(words, report, trait, opened.has(trait))),
      })),
    [report, words, shut, opened],
  );
  const rows = groups.flatMap((one) => one.rows);

  const walk = (event: KeyboardEvent, { row, segment }: Place) => {
    const last = { row: rows.length - 1, segment: report.segments.length - 1 };
    const to: Record<string, Place> = {
      ArrowRight: { row, segment: Math.min(segment + 1, last.segment) },
      ArrowLeft: { row, segment: Math.max(segment - 1, 0) },
      ArrowDown: { row: Math.min(row + 1, last.row), segment },
      ArrowUp: { row: Math.max(row - 1, 0), segment },
      Home: { row, segment: 0 },
      End: { row, segment: last.segment },
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.segment}"]`)?.focus();
  };
  const nameAt = ({ row, segment }: Place) =>
    [told[segment]?.name, rows[row]?.name, rows[row]?.category === null ? null : rows[row]?.detail]
      .filter(Boolean)
      .join(" · ");
  const factsAt = ({ row, segment }: Place): readonly Fact[] => rows[row]?.cells[segment]?.facts ?? [];
  // Where a group was shut, the place that could be tabbed to may be gone.
  const stop = at.row < rows.length ? at : { row: 0, segment: 0 };
  const toggled = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => {
    const next = new Set(set);
    if (!next.delete(one)) next.add(one);
    return next;
  };

  let place = -1;
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`}>
            <p>{say.how}</p>
          </Method>
        </>
      }
      note={say.note}
      testid="profile-comparison"
    >
      <Wide label={say.title}>
        <table
          ref={table}
          class="heat profile-table"
          role="grid"
          aria-label={say.title}
          data-testid="profile-table"
          onMouseLeave={() => setPointed(null)}
        >
          <thead>
            <tr>
              <th scope="col">{say.trait}</th>
              <th scope="col">{say.all}</th>
              {told.map(({ segment, name }, index) => (
                <th key={segment} scope="col" title={name} data-colour={colours[index]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ group, count, rows: own }) => (
            <tbody key={group}>
              <tr class="profile-group">
                <th scope="rowgroup">
                  <button
                    type="button"
                    class="fold"
                    aria-expanded={!shut.has(group)}
                    data-testid={`profile-group-${group}`}
                    onClick={() => setShut(toggled(shut, group))}
                  >
                    <Icon of={shut.has(group) ? ChevronRight : ChevronDown} size={14} />
                    {say.group(words.traits.groups[group], count)}
                  </button>
                </th>
              </tr>
              {own.map((row) => {
                place += 1;
                return (
                  <Row
                    key={`${row.at}-${row.category}`}
                    {...props}
                    row={row}
                    place={place}
                    stop={stop}
                    opened={opened.has(row.at)}
                    nameAt={nameAt}
                    onToggle={() => setOpened(toggled(opened, row.at))}
                    onPoint={setPointed}
                    onFocus={(to) => {
                      setAt(to);
                      setPointed(to);
                    }}
                    onWalk={walk}
                  />
                );
              })}
            </tbody>
          ))}
        </table>
      </Wide>
      <div class="heat-foot">
        {pointed === null ? (
          <p class="note">{say.hint}</p>
        ) : (
          <p class="heat-detail" aria-hidden="true" data-testid="profile-detail">
            <b>{nameAt(pointed)}</b>
            {factsAt(pointed).map(({ term, value }) => (
              <span key={term}>
                {term} {value}
              </span>
            ))}
          </p>
        )}
        <p class="heat-legend note">
          {say.low} {words.clusters.heat.sd(-toneRange)}
          <span class="map-ramp" aria-hidden="true">
            {Array.from({ length: 2 * toneSteps + 1 }, (_, step) => (
              <span key={step} data-tone={step - toneSteps} />
            ))}
          </span>
          {words.clusters.heat.sd(toneRange)} {say.high}
        </p>
      </div>
    </Section>
  );
};
