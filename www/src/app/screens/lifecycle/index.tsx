import { Actions, Alert, Basis, Button, Headline } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";
import { GapsFigure } from "./gaps";
import { MovementSection } from "./movement";
import { Retention } from "./retention";
import { Settings } from "./settings";
import { Stages } from "./stages";

/** The screen of the lifecycle: who is new, active, silent or lost, by what gaps, and how that changes. */
export const Lifecycle = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const { report } = state.lifecycle;
  if (report === null) return <Lacking {...props} />;
  const say = words.lifecycle;
  const silent = report.stages.filter(({ stage }) => stage === "drowsy" || stage === "lost");
  const quiet = silent.reduce((sum, { customers }) => sum + customers, 0);
  const value = silent.reduce<number | null>(
    (sum, { valueShare }) => (sum === null || valueShare === null ? null : sum + valueShare),
    0,
  );
  // Net amounts below zero make shares that say nothing.
  const told = value !== null && value >= 0 && value <= 1 ? value : null;
  const share = silent.reduce((sum, row) => sum + row.share, 0);
  return (
    <div class="screen" data-testid="lifecycle">
      <header>
        <Headline say={say.headline({ quiet, share, value: told })} />
        <Basis>
          {say.basis(report.asOf, report.warning, report.loss)}
          {report.byOwnGap === 0 ? null : (
            <>
              {words.terms.gap}
              {say.ownBasis(report.byOwnGap)}
            </>
          )}
        </Basis>
      </header>
      <Settings {...props} report={report} />
      {report.gaps.count === 0 ? (
        <Alert kind="beware" title={say.noGaps.title} testid="no-gaps">
          <p>{say.noGaps.text}</p>
        </Alert>
      ) : null}
      <Stages report={report} words={words} />
      {report.gaps.count === 0 ? null : <GapsFigure {...props} report={report} />}
      <Retention report={report} words={words} theme={state.theme} />
      <MovementSection {...props} report={report} />
      <Actions>
        <Button kind="primary" onClick={() => commands.go("profiles")} testid="to-profiles">
          {words.shell.views.profiles}
        </Button>
      </Actions>
    </div>
  );
};
