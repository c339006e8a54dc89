import type { RfmReport, RuleSet } from "../../../engine/protocol";
import { NumberField, Segmented, Strip, StripItem, StripSelect } from "../../../ui";
import { DIMENSIONS, tiesOf } from "../../bands";
import { scoringName } from "../../scoring";
import type { ScreenProps } from "../../screen";
import { chooseRules, type Fitted, rulesInForce } from "./fit";
import { ScoringPanel } from "./scoring";

const KINDS: readonly RuleSet["kind"][] = ["ten", "r_package", "eight", "own"];
const LARGEST_WEIGHT = 1000;

export interface SettingsProps extends ScreenProps {
  readonly report: RfmReport;
  /** Applies params and tells what had to change along with them. */
  readonly apply: (fitted: Fitted) => void;
}

/** How customers are scored and named; each choice applies at once. */
export const Settings = (props: SettingsProps & { readonly onSeeTies: () => void }) => {
  const { state, words, report, apply } = props;
  const { rfmParams: params } = state;
  const say = words.rfm;
  const [r, fr, m] = params.weights;
  return (
    <Strip label={say.settings} testid="rfm-settings" beware={<Beware {...props} />}>
      <StripItem term={say.scoring.name} value={scoringName(params.scoring, words)} testid="scoring">
        <ScoringPanel {...props} />
      </StripItem>
      <StripSelect
        label={say.rules.name}
        value={params.rules.kind}
        testid="rules"
        options={KINDS.map((value) => ({ value, label: say.rules.kinds[value] }))}
        onChange={(kind) => apply(chooseRules(params, kind, rulesInForce(params, report.rules)))}
      />
      <StripItem term={say.weights.name} value={say.weights.value(r, fr, m)} testid="weights">
        <Weights {...props} />
      </StripItem>
      <StripItem
        term={say.tiers.name}
        value={say.tiers.value(params.tiers.kind, params.tiers.high, params.tiers.middle)}
        testid="tiers"
      >
        <Tiers {...props} />
      </StripItem>
    </Strip>
  );
};

/** The one thing to beware of: groups of equals that stand in the way of even bins. */
const Beware = ({ state, words, report, onSeeTies }: SettingsProps & { readonly onSeeTies: () => void }) => {
  const say = words.rfm.beware;
  const quantile = state.rfmParams.scoring.kind === "quantile";
  const told = tiesOf(report.dimensions, quantile).flatMap(({ name, mode, surviving, bins }) => [
    ...(mode ? [say.mode(mode.share, name.toUpperCase(), words.f.number(mode.value, 2))] : []),
    ...(surviving < bins ? [say.collapsed(name.toUpperCase(), surviving, bins)] : []),
  ]);
  if (told.length === 0) return null;
  return (
    <>
      {told.join(say.join)}
      {say.join}
      <button type="button" class="beware-link" data-testid="see-ties" onClick={onSeeTies}>
        {say.see}
      </button>
    </>
  );
};

const Weights = ({ state, words, apply }: SettingsProps) => {
  const { rfmParams: params } = state;
  const say = words.rfm.weights;
  const set = (index: number, weight: number) => {
    const weights = params.weights.map((old, at) => (at === index ? weight : old)) as [number, number, number];
    // The engine refuses weights that are all zero; the last one above zero stays.
    if (weights.some((one) => one > 0)) apply({ params: { ...params, weights }, switched: null });
  };
  return (
    <>
      <div class="fields">
        {DIMENSIONS.map((name, index) => {
          const weight = params.weights[index] ?? 0;
          const others = params.weights.some((one, at) => at !== index && one > 0);
          return (
            <NumberField
              key={name}
              label={name.toUpperCase()}
              value={weight}
              min={others ? 0 : 0.01}
              max={LARGEST_WEIGHT}
              wrong={say.wrong}
              testid={`weight-${name}`}
              onCommit={(value) => set(index, value)}
            />
          );
        })}
      </div>
      <p class="note">{say.how}</p>
    </>
  );
};

const Tiers = ({ state, words, apply }: SettingsProps) => {
  const { rfmParams: params } = state;
  const { tiers } = params;
  const say = words.rfm.tiers;
  const set = (patch: Partial<typeof tiers>) =>
    apply({ params: { ...params, tiers: { ...tiers, ...patch } as typeof tiers }, switched: null });
  // Percents are what is typed; shares are what is kept. Rounding keeps 0.55 from coming back as 55.000000000000004.
  const percent = (share: number) => Number((share * 100).toFixed(6));
  return (
    <>
      <Segmented
        label={say.name}
        labelHidden
        value={tiers.kind}
        testid="tiers-kind"
        options={(["share", "quantile"] as const).map((value) => ({
          value,
          label: say.kinds[value],
          hint: say.hints[value],
        }))}
        onChange={(kind) => set({ kind })}
      />
      <div class="fields">
        <NumberField
          label={say.high}
          value={percent(tiers.high)}
          min={0}
          max={percent(1 - tiers.middle)}
          unit="%"
          wrong={say.wrong}
          testid="tiers-high"
          onCommit={(value) => set({ high: value / 100 })}
        />
        <NumberField
          label={say.middle}
          value={percent(tiers.middle)}
          min={0}
          max={percent(1 - tiers.high)}
          unit="%"
          wrong={say.wrong}
          testid="tiers-middle"
          onCommit={(value) => set({ middle: value / 100 })}
        />
      </div>
    </>
  );
};
