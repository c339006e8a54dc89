import { useEffect, useRef } from "preact/hooks";
import { Alert, Button } from "../ui";
import { tell } from "../words/told";
import type { ScreenProps } from "./screen";
import { fileAt } from "./sentences";
import type { PageError } from "./state";

/** After these the engine has let go of the file; opening it again keeps the settings. */
const LOST: readonly PageError["code"][] = ["engine_crashed", "out_of_memory"];

/** The last thing that went wrong: what, where, what to do. */
export const Problem = ({ state, commands, words }: ScreenProps) => {
  const { error } = state;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) place.current?.scrollIntoView({ block: "nearest" });
  }, [error]);
  if (error === null) return null;
  const { files } = state;
  const told = tell(words, error, error.file ?? state.file?.name ?? "");
  return (
    <div ref={place} class="problem">
      <Alert
        kind={error.code === "cancelled" ? "info" : "error"}
        title={told.title}
        testid="error"
        actions={
          <>
            {LOST.includes(error.code) ? (
              <Button onClick={commands.reopen} testid="reopen">
                {words.data.reopen}
              </Button>
            ) : null}
            <Button onClick={commands.dismissError} testid="dismiss">
              {words.shell.dismiss}
            </Button>
          </>
        }
      >
        {error.file === undefined || told.title.includes(error.file) || told.text.includes(error.file) ? null : (
          <p>
            <b>{error.file}</b>
          </p>
        )}
        <p>{told.text}</p>
        {told.examples?.length ? (
          <ul class="places">
            {told.examples.map((example) => (
              <li key={`${example.file} ${example.line}`}>
                {words.issues.place(example, fileAt(files, example.file))}
              </li>
            ))}
          </ul>
        ) : null}
      </Alert>
    </div>
  );
};
