import { useState } from "preact/hooks";
import type { Dimension, Scoring, Ties } from "../../../engine/protocol";
import { Button, Field, Segmented, Select } from "../../../ui";
import type { Words } from "../../../words";
import { DIMENSIONS, type DimensionName } from "../../bands";
import { chooseScoring, rulesInForce } from "./fit";
import type { SettingsProps } from "./settings";

const KINDS: readonly Scoring["kind"][] = ["quantile", "thresholds", "mean", "median"];
const BINS = ["2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;
const TIES: readonly Ties[] = ["together", "by_id"];
const fives = { kind: "quantile", bins: 5, nested: false, ties: "together" } as const;

export const ScoringPanel = (props: SettingsProps) => {
  const { state, words, report, apply } = props;
  const { scoring } = state.rfmParams;
  const say = words.rfm.scoring;
  const set = (chosen: Scoring) =>
    apply(chooseScoring(state.rfmParams, chosen, rulesInForce(state.rfmParams, report.rules)));
  const start = (kind: Scoring["kind"]): Scoring => {
    if (kind === "quantile") return fives;
    return kind === "thresholds" ? startThresholds(report.dimensions) : { kind };
  };
  return (
    <>
      <Select
        label={say.name}
        value={scoring.kind}
        testid="scoring-kind"
        options={KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        onChange={(kind) => set(start(kind))}
      />
      <p class="note">{say.kindsHow[scoring.kind]}</p>
      {scoring.kind === "quantile" ? (
        <>
          <Select
            label={say.bins}
            value={String(scoring.bins) as (typeof BINS)[number]}
            testid="bins"
            options={BINS.map((value) => ({ value, label: value }))}
            onChange={(bins) => set({ ...scoring, bins: Number(bins) })}
          />
          <Segmented
            label={say.nesting}
            value={scoring.nested ? "nested" : "independent"}
            testid="nesting"
            options={(["independent", "nested"] as const).map((value) => ({
              value,
              label: say.nestings[value],
              hint: say.nestingHints[value],
            }))}
            onChange={(value) => set({ ...scoring, nested: value === "nested" })}
          />
          <Segmented
            label={say.ties}
            value={scoring.ties}
            testid="ties-mode"
            options={TIES.map((value) => ({ value, label: say.tiesOptions[value], hint: say.tiesHints[value] }))}
            onChange={(ties) => set({ ...scoring, ties })}
          />
        </>
      ) : null}
      {scoring.kind === "thresholds" ? <Thresholds scoring={scoring} words={words} onApply={set} /> : null}
      <p class="note">{say.how}</p>
    </>
  );
};

type OwnCuts = Extract<Scoring, { kind: "thresholds" }>;

/** Own cut points start from those in force, each told apart; where there are none (nested), from the quartiles of the bars. */
export function startThresholds(dimensions: readonly Dimension[]): OwnCuts {
  const cutsOf = (index: number): number[] => {
    const dimension = dimensions[index];
    if (!dimension) return [1];
    const distinct = [...new Set(dimension.cuts.map((cut) => Number(cut.toFixed(2))))];
    return distinct.length > 0 ? distinct : [dimension.mode];
  };
  return { kind: "thresholds", r: cutsOf(0), f: cutsOf(1), m: cutsOf(2) };
}

/** One to nine ascending numbers, or null. */
export function parseCuts(text: string): number[] | null {
  const parts = text.trim().split(/[\s;；、]+/);
  const cuts = parts.map(Number);
  const ascending = cuts.every(
    (cut, index) => Number.isFinite(cut) && cut > (cuts[index - 1] ?? Number.NEGATIVE_INFINITY),
  );
  return text.trim() !== "" && ascending && cuts.length <= 9 ? cuts : null;
}

const Thresholds = (props: {
  readonly scoring: OwnCuts;
  readonly words: Words;
  readonly onApply: (scoring: OwnCuts) => void;
}) => {
  const { scoring, words } = props;
  const say = words.rfm.thresholds;
  const [typed, setTyped] = useState<Record<DimensionName, string>>({
    r: scoring.r.join(" "),
    f: scoring.f.join(" "),
    m: scoring.m.join(" "),
  });
  const parsed = { r: parseCuts(typed.r), f: parseCuts(typed.f), m: parseCuts(typed.m) };
  const { r, f, m } = parsed;
  return (
    <form
      class="thresholds"
      onSubmit={(event) => {
        event.preventDefault();
        if (r && f && m) props.onApply({ kind: "thresholds", r, f, m });
      }}
    >
      <p class="note">{say.intro}</p>
      {DIMENSIONS.map((name) => (
        <Field key={name} label={say[name]} error={parsed[name] ? null : say.wrong}>
          {(ids) => (
            <input
              id={ids.id}
              class="control"
              inputMode="decimal"
              value={typed[name]}
              aria-invalid={ids.invalid}
              aria-describedby={ids.describedBy}
              data-testid={`thresholds-${name}`}
              onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <Button type="submit" disabled={!(r && f && m)} testid="thresholds-apply">
        {say.apply}
      </Button>
    </form>
  );
};
