import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Button, type ButtonProps } from "../../../ui";

const ACCEPTED =
  ".csv,.tsv,.txt,.tab,.psv,text/csv,text/plain,text/tab-separated-values,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,application/json";

/** Lets the user choose files. The input is the browser's; the button is what is seen. */
export function FileButton(props: {
  readonly kind: ButtonProps["kind"];
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
  readonly disabled?: boolean;
  /** Told of button and input: `<testid>-files`, `<testid>-input`. */
  readonly testid?: string;
}) {
  const { testid } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        kind={props.kind}
        disabled={props.disabled}
        testid={testid ? `${testid}-files` : "choose-file"}
        onClick={() => input.current?.click()}
      >
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        data-testid={testid ? `${testid}-input` : "file-input"}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Choosing the same file again must be noticed.
          event.currentTarget.value = "";
          props.onFiles(files);
        }}
      />
    </>
  );
}
