import { Button, EmptyState } from "../../ui";
import type { ScreenProps } from "../screen";
import { canDescribe } from "../steps";
import { Lacking } from "./lacking";

/** What a screen about segments shows while none are described: what is missing, or where segments come from. */
export const Undescribed = (props: ScreenProps) => {
  const { state, commands, words } = props;
  if (!canDescribe(state) || state.busy !== null) return <Lacking {...props} />;
  const say = words.profiles.lacking;
  return (
    <>
      <h1 class="visually-hidden">{words.shell.views[state.view]}</h1>
      <EmptyState
        title={say.title}
        testid="lacking-segments"
        action={
          <Button kind="primary" onClick={() => commands.go("clusters")} testid="to-clusters">
            {say.toClusters}
          </Button>
        }
      >
        <p>{say.text}</p>
      </EmptyState>
    </>
  );
};
