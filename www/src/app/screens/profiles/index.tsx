import { useMemo } from "preact/hooks";
import type { ProfileReport } from "../../../engine/protocol";
import { Actions, Basis, Button, Headline, Strip } from "../../../ui";
import { profileColours } from "../../colours";
import { DivisionSelect } from "../../division-select";
import type { ScreenProps } from "../../screen";
import { profileHeadline, tellProfile } from "../../tell/profile";
import { Undescribed } from "../undescribed";
import { Segments } from "./segments";
import { Spreads } from "./spreads";
import { Comparison } from "./table";

/** Who is in each segment and what sets it apart. */
export const Profiles = (props: ScreenProps) =>
  props.state.insight.profile === null ? (
    <Undescribed {...props} />
  ) : (
    <Described {...props} report={props.state.insight.profile} />
  );

const Described = (props: ScreenProps & { readonly report: ProfileReport }) => {
  const { state, commands, words, report } = props;
  const say = words.profiles;
  const told = useMemo(() => tellProfile(words, report), [words, report]);
  const colours = useMemo(() => profileColours(report, state.rfm), [report, state.rfm]);
  const view = { report, told, colours, words, theme: state.theme };
  return (
    <div class="screen" data-testid="profiles">
      <header>
        <Headline say={profileHeadline(words, report)} />
        <Basis>
          {say.basis({
            customers: report.customers,
            unassigned: report.unassigned,
            traits: report.traits.length,
            segments: report.segments.length,
          })}
        </Basis>
      </header>
      <Strip label={say.settings} testid="profile-settings">
        <DivisionSelect {...props} />
      </Strip>
      <Segments {...view} />
      <Comparison {...view} />
      <Spreads {...view} />
      <Actions>
        <Button kind="primary" onClick={() => commands.go("personas")} testid="to-personas">
          {say.toPersonas}
        </Button>
        <Button disabled={state.busy !== null} onClick={commands.exportProfile} testid="export-profile">
          {say.export}
        </Button>
      </Actions>
    </div>
  );
};
