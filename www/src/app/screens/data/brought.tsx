import { Alert, Button } from "../../../ui";
import type { ScreenProps } from "../../screen";

/** Says that settings of an earlier file were used, and what differs from it. */
export const BroughtSettings = ({ state, commands, words }: ScreenProps) => {
  const { brought } = state;
  if (brought === null) return null;
  const say = words.imports.recalled;
  const { complete, differences, absent } = brought;
  return (
    <Alert
      kind={complete && absent.length === 0 ? "info" : "beware"}
      title={say.title(brought.from)}
      testid="brought-settings"
      actions={
        <Button disabled={state.busy !== null} testid="guess-anew" onClick={commands.guessAnew}>
          {say.again}
        </Button>
      }
    >
      {complete ? null : <p>{say.incomplete}</p>}
      {differences.length + absent.length === 0 ? (
        <p>{say.same}</p>
      ) : (
        <>
          <p>{say.differs}</p>
          <ul>
            {differences.map((difference) => (
              <li key={JSON.stringify(difference)}>{words.imports.differences(difference)}</li>
            ))}
            {absent.length === 0 ? null : <li data-testid="brought-absent">{say.absent(absent)}</li>}
          </ul>
        </>
      )}
    </Alert>
  );
};
