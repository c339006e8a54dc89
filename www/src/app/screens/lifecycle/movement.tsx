import { useEffect, useState } from "preact/hooks";
import type { Division, LifecycleReport, Movement } from "../../../engine/protocol";
import { Alert, EmptyState, Field, Method, Section, Segmented, Select } from "../../../ui";
import { isoDay, parseIsoDay } from "../../../words/format";
import { monthsEarlier } from "../../dates";
import { divisionName } from "../../divisions";
import { sameDivision } from "../../insight";
import type { ScreenProps } from "../../screen";
import { Moved } from "./moved";

const MONTHS = [1, 3, 6, 12] as const;
type Months = `${(typeof MONTHS)[number]}`;

/** Who moved from which segment to which since an earlier date, for a division of one's choice. */
export const MovementSection = (props: ScreenProps & { readonly report: LifecycleReport }) => {
  const { state, words, report } = props;
  const say = words.lifecycle.movement;
  const first = state.overview?.firstDay ?? report.asOf;
  const last = report.asOf - 1;
  const title = (
    <>
      {say.title}
      <Method label={`${say.title}: ${words.shell.how}`} testid="movement-how">
        {say.how.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Method>
    </>
  );
  // On the only day with purchases nobody can have moved.
  if (last < first || state.overview?.lastDay === first)
    return (
      <Section title={title} testid="movement-none">
        <EmptyState title={say.none.title}>
          <p>{say.none.text}</p>
        </EmptyState>
      </Section>
    );
  return (
    <Section title={title} testid="movement">
      <Chosen {...props} first={first} last={last} />
    </Section>
  );
};

/** Divisions that are there now; the lifecycle always is, and comes first. */
function useDivisions({ state, commands }: ScreenProps): readonly Division[] {
  const [found, setFound] = useState<readonly Division[]>([]);
  useEffect(() => {
    let here = true;
    commands.divisions().then(
      (divisions) => here && setFound(divisions),
      // Until there are others again, the lifecycle can be looked at.
      () => here && setFound([]),
    );
    return () => {
      here = false;
    };
  }, [state.lifecycle.report, state.rfm, state.clustering.report]);
  return [LIFECYCLE, ...found.filter(({ kind }) => kind !== "lifecycle")];
}

const LIFECYCLE: Division = { kind: "lifecycle" };

/** Three months back if there is so much, else as far as halves the file. */
const usual = (asOf: number, first: number): number => {
  const quarter = monthsEarlier(asOf, 3);
  return quarter > first ? quarter : Math.floor((first + asOf) / 2);
};

const Chosen = (
  props: ScreenProps & { readonly report: LifecycleReport; readonly first: number; readonly last: number },
) => {
  const { state, commands, words, report, first, last } = props;
  const say = words.lifecycle.movement;
  const divisions = useDivisions(props);
  const [wanted, setWanted] = useState<Division>(LIFECYCLE);
  const division = divisions.find((one) => sameDivision(one, wanted)) ?? LIFECYCLE;
  const [chosen, setEarlier] = useState<number | null>(null);
  const earlier = chosen !== null && chosen >= first && chosen <= last ? chosen : usual(report.asOf, first);
  const [wrong, setWrong] = useState(false);
  const [found, setFound] = useState<{ division: Division; movement: Movement } | null>(null);
  const [failed, setFailed] = useState(false);
  const key = JSON.stringify(division);
  useEffect(() => {
    let here = true;
    commands.movement(division, earlier).then(
      (movement) => {
        if (!here) return;
        setFound({ division, movement });
        setFailed(false);
      },
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [report, state.rfm, state.clustering.report, key, earlier]);
  const back = MONTHS.find((months) => monthsEarlier(report.asOf, months) === earlier);
  return (
    <>
      <div class="movement-choice">
        <Select
          label={say.division}
          value={key}
          testid="movement-division"
          options={divisions.map((one) => ({ value: JSON.stringify(one), label: divisionName(words, one) }))}
          onChange={(value) => setWanted(divisions.find((one) => JSON.stringify(one) === value) ?? LIFECYCLE)}
        />
        <Field label={say.earlier} error={wrong ? say.tooEarly(first, last) : null}>
          {(ids) => (
            <input
              id={ids.id}
              class="control"
              type="date"
              value={isoDay(earlier)}
              min={isoDay(first)}
              max={isoDay(last)}
              aria-invalid={ids.invalid}
              aria-describedby={ids.describedBy}
              data-testid="movement-earlier"
              onChange={(event) => {
                const day = parseIsoDay(event.currentTarget.value);
                if (day === null) return;
                // A date typed digit by digit passes through years long gone.
                const fits = day >= first && day <= last;
                setWrong(!fits);
                if (fits) setEarlier(day);
              }}
            />
          )}
        </Field>
        <Segmented<Months | "">
          label={say.presetsLabel}
          value={back === undefined ? "" : `${back}`}
          testid="movement-back"
          options={MONTHS.map((months) => ({
            value: `${months}` as const,
            label: say.presets(months),
            disabled: monthsEarlier(report.asOf, months) < first,
          }))}
          onChange={(months) => {
            setWrong(false);
            setEarlier(monthsEarlier(report.asOf, Number(months)));
          }}
        />
      </div>
      {failed ? <Alert kind="beware" title={say.failed} testid="movement-failed" /> : null}
      {found === null || failed ? null : <Moved {...found} words={words} theme={state.theme} />}
    </>
  );
};
