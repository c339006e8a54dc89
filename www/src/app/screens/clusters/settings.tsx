import type { ClusterParams, Effort, Method, Missing } from "../../../engine/protocol";
import { Checkbox, NumberField, Segmented, Strip, StripItem, StripSelect } from "../../../ui";
import type { ScreenProps } from "../../screen";

const MISSING: readonly Missing[] = ["median", "drop"];
const METHODS: readonly Method[] = ["k_means", "gaussian_mixture"];
const EFFORTS: readonly Effort[] = ["default", "thorough"];
const LARGEST_SEED = 2 ** 32 - 1;
/** Where outliers are capped when the user first asks for it. */
const USUAL_CAP = { low: 0.005, high: 0.995 };

/** How customers are clustered; each choice applies at once. */
export const Settings = (props: ScreenProps & { readonly onChooseFeatures: () => void }) => {
  const { state, commands, words } = props;
  const { params, choice } = state.clustering;
  if (params === null) return null;
  const say = words.clustering;
  const { features } = params;
  const set = (patch: Partial<ClusterParams>) => commands.sweep({ ...params, ...patch });
  return (
    <Strip label={say.settings} testid="clusters-settings" beware={<Beware {...props} params={params} />}>
      <div class="strip-item">
        <span class="quiet">{say.features.name}</span>
        <button type="button" class="strip-value" data-testid="features" onClick={props.onChooseFeatures}>
          <span class="visually-hidden">{say.features.name}: </span>
          {say.features.value(features.features.map(({ key }) => words.features.short(key)))}
        </button>
      </div>
      <StripSelect
        label={say.missing.name}
        value={features.missing}
        testid="missing"
        options={MISSING.map((value) => ({ value, label: words.features.missing[value] }))}
        onChange={(missing) => set({ features: { ...features, missing } })}
      />
      <StripItem
        term={say.cap.name}
        value={features.cap === null ? say.cap.off : say.cap.value(features.cap.low, features.cap.high)}
        testid="cap"
      >
        <Cap {...props} params={params} />
      </StripItem>
      <StripItem
        term={say.search.name}
        value={say.search.value(params.effort, params.nInit, params.seed)}
        testid="search"
      >
        <Segmented
          label={say.search.name}
          labelHidden
          value={params.effort}
          testid="effort"
          options={EFFORTS.map((value) => ({
            value,
            label: say.search.options[value],
            hint: say.search.hints[value],
          }))}
          onChange={(effort) => set({ effort })}
        />
        <div class="fields">
          <NumberField
            label={say.search.starts}
            value={params.nInit}
            min={1}
            max={100}
            step={1}
            wrong={say.search.startsWrong}
            testid="n-init"
            onCommit={(nInit) => set({ nInit })}
          />
          <NumberField
            label={say.search.seed}
            value={params.seed}
            min={0}
            max={LARGEST_SEED}
            step={1}
            wrong={say.search.seedWrong}
            testid="seed"
            onCommit={(seed) => set({ seed })}
          />
        </div>
        <p class="note">{say.search.how}</p>
      </StripItem>
      <StripSelect
        label={say.method.name}
        value={choice.method}
        testid="method"
        disabled={state.clustering.report === null || state.clustering.sweep === null || state.clustering.assigned}
        options={METHODS.map((value) => ({ value, label: say.method.options[value] }))}
        onChange={(method) => commands.cluster({ ...choice, method })}
      />
    </Strip>
  );
};

interface ParamsProps extends ScreenProps {
  readonly params: ClusterParams;
}

/** The one thing to beware of: figures of different size that were not brought to one measure. */
const Beware = ({ params, words }: ParamsProps) => {
  const { features } = params.features;
  const unscaled = features.filter(({ scaling }) => scaling === "none");
  if (unscaled.length === 0 || features.length < 2) return null;
  return <>{words.clustering.unscaled(unscaled.map(({ key }) => words.features.short(key)))}</>;
};

const Cap = ({ params, commands, words }: ParamsProps) => {
  const say = words.clustering.cap;
  const { cap } = params.features;
  const set = (to: typeof cap) => commands.sweep({ ...params, features: { ...params.features, cap: to } });
  // Percents are what is typed; shares are what is kept.
  const percent = (share: number) => Number((share * 100).toFixed(6));
  return (
    <>
      <Checkbox
        label={say.label}
        checked={cap !== null}
        testid="cap-on"
        onChange={(on) => set(on ? USUAL_CAP : null)}
      />
      {cap === null ? null : (
        <div class="fields">
          <NumberField
            label={say.low}
            value={percent(cap.low)}
            min={0}
            max={percent(cap.high)}
            unit="%"
            wrong={say.wrong}
            testid="cap-low"
            onCommit={(low) => set({ ...cap, low: low / 100 })}
          />
          <NumberField
            label={say.high}
            value={percent(cap.high)}
            min={percent(cap.low)}
            max={100}
            unit="%"
            wrong={say.wrong}
            testid="cap-high"
            onCommit={(high) => set({ ...cap, high: high / 100 })}
          />
        </div>
      )}
      <p class="note">{say.how}</p>
    </>
  );
};
