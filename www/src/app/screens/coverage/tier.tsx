import type { CoverageParams, GridDimension, TierFigure, TierScore } from "../../../engine/protocol";
import { NumberField, Select } from "../../../ui";
import { sameDimension } from "../../coverage";
import { dimensionName } from "../../coverage-cells";
import type { CoverageView } from "./view";

const SCORE: GridDimension = { kind: "score" };

/** What the visit plan goes by: a column, the value tiers, or a score of one's own criteria. */
export const TierFields = (
  props: CoverageView & {
    readonly offered: readonly GridDimension[];
    readonly set: (patch: Partial<CoverageParams>) => void;
  },
) => {
  const { report, words, offered, set } = props;
  const { tier, score } = report.params;
  const say = words.coverage.settings.tier;
  const choices = [...offered, SCORE];
  return (
    <>
      <Select
        label={say.column}
        value={String(choices.findIndex((one) => sameDimension(one, tier)))}
        testid="tier-column"
        options={[
          ...(tier === null ? [{ value: "-1", label: words.coverage.settings.none }] : []),
          ...choices.map((one, at) => ({ value: String(at), label: dimensionName(words, one) })),
        ]}
        onChange={(at) => set({ tier: choices[Number(at)] ?? null, plan: [] })}
      />
      {sameDimension(tier, SCORE) || (report.params.dimensions ?? []).some((one) => sameDimension(one, SCORE)) ? (
        <Score {...props} score={score} onChange={(score) => set({ score })} />
      ) : null}
    </>
  );
};

/** Weights of the criteria, and the shares of high and middle. */
const Score = ({
  report,
  words,
  score,
  onChange,
}: CoverageView & { readonly score: TierScore; readonly onChange: (score: TierScore) => void }) => {
  const say = words.coverage.settings.score;
  const { inputs, params } = report;
  const figures: readonly TierFigure[] = [
    ...(inputs.value ? [{ kind: "value" } as const] : []),
    ...(params.potential === null ? [] : [{ kind: "potential" } as const]),
    ...(inputs.touches === null ? [] : [{ kind: "closeness" } as const]),
    ...inputs.figures
      .filter((name) => name !== params.potential?.column)
      .map((name) => ({ kind: "feature", key: { kind: "column", name } }) as const),
  ];
  const same = (one: TierFigure, other: TierFigure) => JSON.stringify(one) === JSON.stringify(other);
  const usual = params.potential === null ? "value" : "potential";
  const weightOf = (figure: TierFigure) =>
    score.criteria.length === 0
      ? Number(figure.kind === usual)
      : (score.criteria.find((one) => same(one.figure, figure))?.weight ?? 0);
  const setWeight = (figure: TierFigure, weight: number) =>
    onChange({
      ...score,
      criteria: figures
        .map((one) => ({ figure: one, weight: same(one, figure) ? weight : weightOf(one) }))
        .filter((one) => one.weight > 0),
    });
  const share = (percent: number) => Math.round(percent * 10) / 1000;
  return (
    <>
      <p class="note">{say.note}</p>
      {figures.map((figure) => (
        <NumberField
          key={JSON.stringify(figure)}
          label={say.figure(figure)}
          value={weightOf(figure)}
          min={0}
          max={100}
          wrong={say.wrong}
          testid={`weight-${figure.kind}`}
          onCommit={(weight) => setWeight(figure, weight)}
        />
      ))}
      {(["high", "middle"] as const).map((end) => (
        <NumberField
          key={end}
          label={say[end]}
          value={Math.round(score.shares[end] * 1000) / 10}
          min={0}
          max={100 - Math.round(1000 * score.shares[end === "high" ? "middle" : "high"]) / 10}
          unit="%"
          wrong={say.wrongShare}
          testid={`share-${end}`}
          onCommit={(percent) => onChange({ ...score, shares: { ...score.shares, [end]: share(percent) } })}
        />
      ))}
    </>
  );
};
