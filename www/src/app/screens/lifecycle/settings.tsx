import type { LifecycleParams, LifecycleReport } from "../../../engine/protocol";
import { Button, Checkbox, NumberField, Strip, StripItem } from "../../../ui";
import { defaultLifecycle } from "../../lifecycle";
import type { ScreenProps } from "../../screen";

/** Longest gap that can be set: a century. */
const LONGEST = 36_500;
/** Factor on a customer's own gap when it is first asked for. */
const USUAL_FACTOR = 2;
const LARGEST_FACTOR = 20;

/** How stages are told; each choice applies at once. */
export const Settings = (props: ScreenProps & { readonly report: LifecycleReport }) => {
  const { state, commands, words, report } = props;
  const { params } = state.lifecycle;
  const say = words.lifecycle;
  const set = (patch: Partial<LifecycleParams>) => commands.setLifecycle({ ...params, ...patch });
  const isOwn = params.newness === null && params.warning === null && params.loss === null && params.ownGap === null;
  return (
    <Strip label={say.settings} testid="lifecycle-settings">
      <StripItem term={say.warning.name} value={say.day(report.warning)} testid="warning">
        <NumberField
          label={say.warning.name}
          value={report.warning}
          min={1}
          max={params.loss ?? LONGEST}
          step={1}
          unit={say.dayUnit}
          note={say.warning.note(report.gaps.warning)}
          wrong={say.warning.wrong}
          testid="warning-input"
          onCommit={(warning) => set({ warning })}
        />
      </StripItem>
      <StripItem term={say.loss.name} value={say.day(report.loss)} testid="loss">
        <NumberField
          label={say.loss.name}
          value={report.loss}
          min={params.warning ?? 1}
          max={LONGEST}
          step={1}
          unit={say.dayUnit}
          note={say.loss.note(report.gaps.loss)}
          wrong={say.loss.wrong}
          testid="loss-input"
          onCommit={(loss) => set({ loss })}
        />
      </StripItem>
      <StripItem term={say.newness.name} value={say.day(report.newness)} testid="newness">
        <NumberField
          label={say.newness.name}
          value={report.newness}
          min={0}
          max={LONGEST}
          step={1}
          unit={say.dayUnit}
          note={say.newness.note}
          wrong={say.newness.wrong}
          testid="newness-input"
          onCommit={(newness) => set({ newness })}
        />
      </StripItem>
      <StripItem
        term={say.ownGap.name}
        value={params.ownGap === null ? say.ownGap.off : say.ownGap.on(params.ownGap)}
        testid="own-gap"
      >
        <Checkbox
          label={say.ownGap.use}
          checked={params.ownGap !== null}
          note={say.ownGap.note}
          testid="own-gap-use"
          onChange={(use) => set({ ownGap: use ? USUAL_FACTOR : null })}
        />
        {params.ownGap === null ? null : (
          <NumberField
            label={say.ownGap.factor}
            value={params.ownGap}
            min={0.05}
            max={LARGEST_FACTOR}
            wrong={say.ownGap.wrong}
            testid="own-gap-factor"
            onCommit={(ownGap) => set({ ownGap })}
          />
        )}
      </StripItem>
      {isOwn ? null : (
        <Button kind="quiet" testid="lifecycle-reset" onClick={() => commands.setLifecycle(defaultLifecycle)}>
          {say.fileOwn}
        </Button>
      )}
    </Strip>
  );
};
