import { Alert, Button } from "../../../ui";
import type { ScreenProps } from "../../screen";

/** Says that settings of an earlier file were used, and what differs from it. */
export const BroughtSettings = ({ state, commands, words }: ScreenProps) => {
  const { brought } = state;
  if (brought === null) return null;
  const say = words.imports.recalled;
  return (
    <Alert
      kind={brought.complete ? "info" : "beware"}
      title={say.title(brought.from)}
      testid="brought-settings"
      actions={
        <Button disabled={state.busy !== null} testid="guess-anew" onClick={commands.guessAnew}>
          {say.again}
        </Button>
      }
    >
      {brought.complete ? null : <p>{say.incomplete}</p>}
      {brought.differences.length === 0 ? (
        <p>{say.same}</p>
      ) : (
        <>
          <p>{say.differs}</p>
          <ul>
            {brought.differences.map((difference) => (
              <li key={JSON.stringify(difference)}>{words.imports.differences(difference)}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
};
