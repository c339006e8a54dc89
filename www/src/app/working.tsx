import { Button, Progress } from "../ui";
import type { Words } from "../words";
import type { ScreenProps } from "./screen";
import { type Busy, STOPPABLE } from "./state";

/** What is being done, in words. */
export function taskName(busy: Busy, words: Words): string {
  if (busy.task === "read") return busy.again ? words.data.read.readingAgain : words.data.read.reading;
  if (busy.task === "export" && busy.done > 0) return words.data.read.exporting;
  return words.shell.busy[busy.task];
}

/** What is being done, how far it is, and a way to stop it. */
export const Working = ({ state, commands, words }: ScreenProps) => {
  const { busy } = state;
  if (busy === null) return null;
  const stoppable = STOPPABLE.includes(busy.task);
  const counted = busy.task === "read" || busy.done > 0;
  const say = words.data.read;
  const told =
    busy.task === "sheet"
      ? say.unpacked(busy.done, busy.total)
      : busy.task === "sweep"
        ? words.clustering.progress(busy.done, busy.total)
        : say.progress(busy.done, busy.total, busy.rows, busy.setAside);
  return (
    <div class="working" data-testid="busy">
      <div class="working-told">
        <p>
          <b>{taskName(busy, words)}</b>
        </p>
        {counted ? (
          <p class="note" data-testid="progress-text">
            {told}
          </p>
        ) : null}
      </div>
      <Progress label={taskName(busy, words)} done={busy.done} total={counted ? busy.total : 0} testid="progress" />
      {stoppable ? (
        <Button onClick={commands.cancel} testid="cancel">
          {words.shell.cancel}
        </Button>
      ) : null}
    </div>
  );
};
