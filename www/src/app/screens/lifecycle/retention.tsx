import { useMemo, useState } from "preact/hooks";
import { ChartFigure, chartThemes, retention, retentionHeight, type Size, type ThemeName } from "../../../charts";
import type { LifecycleReport } from "../../../engine/protocol";
import { EmptyState, Method, Section, Segmented } from "../../../ui";
import type { Words } from "../../../words";
import { cohortRows, MOST_COHORTS, type Shown, secondMonth } from "../../drawings/cohorts";

const SHOWN: readonly Shown[] = ["share", "count"];

/** Who came back in which month after the first purchase. */
export const Retention = (props: {
  readonly report: LifecycleReport;
  readonly words: Words;
  readonly theme: ThemeName;
}) => {
  const { words, theme } = props;
  const { cohorts } = props.report;
  const { f } = words;
  const say = words.lifecycle.retention;
  const [shown, setShown] = useState<Shown>("share");
  const all = cohorts.months.length;
  const from = Math.max(all - MOST_COHORTS, 0);
  const draw = useMemo(() => {
    const rows = cohortRows(cohorts, from, shown, words);
    const told = {
      cohort: say.cohort,
      size: say.size,
      after: say.after,
      description: say.description(rows.length),
    };
    return (size: Size, inks = chartThemes[theme]) => retention(rows, told, inks, size);
  }, [cohorts, shown, words, theme]);
  if (all < 2)
    return (
      <Section title={say.title} testid="retention-short">
        <EmptyState title={say.short.title}>
          <p>{say.short.text}</p>
        </EmptyState>
      </Section>
    );
  const rows = cohortRows(cohorts, 0, shown, words);
  const drawn = from === 0 ? rows.length : cohortRows(cohorts, from, shown, words).length;
  const notes = [
    say.note(secondMonth(cohorts)),
    cohorts.complete ? "" : say.open(f.month(cohorts.months[all - 1] ?? 0)),
    from === 0 ? "" : say.latest(MOST_COHORTS, all),
  ];
  return (
    <ChartFigure
      level={2}
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`} testid="retention-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={notes.filter((note) => note !== "").join(words.terms.gap)}
      tools={
        <div class="retention-tools">
          <Segmented
            label={say.show}
            value={shown}
            testid="retention-shown"
            options={SHOWN.map((value) => ({ value, label: say.shows[value] }))}
            onChange={setShown}
          />
        </div>
      }
      draw={draw}
      height={retentionHeight(drawn)}
      testid="retention"
      words={words.overview.chart}
      table={{
        columns: [say.cohort, say.size, ...cohorts.months.map((_, after) => say.month(after))],
        rows: rows.map(({ name, size, cells }) => [name, size, ...cells.map(({ text }) => text)]),
      }}
    />
  );
};
