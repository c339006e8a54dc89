import { useEffect, useState } from "preact/hooks";
import { numberWithin } from "../../../ui";

/** A number that may be left empty, in a table: handed on when the field is left or Enter is pressed. */
export const Bound = (props: {
  readonly label: string;
  readonly value: number | null;
  /** What holds where it is empty. */
  readonly usual: string;
  readonly least?: number;
  readonly most?: number;
  /** Said when what was typed is not a number in range. */
  readonly wrong: string;
  readonly onCommit: (value: number | null) => void;
  readonly testid: string;
}) => {
  const given = props.value === null ? "" : String(props.value);
  const [text, setText] = useState(given);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(given);
    setWrong(false);
  }, [given]);
  const commit = (typed: string) => {
    const value = typed.trim() === "" ? null : numberWithin(typed, props.least ?? 0, props.most ?? 1e12);
    const isWrong = value === null && typed.trim() !== "";
    setWrong(isWrong);
    if (!isWrong && value !== props.value) props.onCommit(value);
  };
  return (
    <input
      class="control bound"
      type="text"
      inputMode="decimal"
      aria-label={props.label}
      aria-invalid={wrong}
      title={wrong ? props.wrong : undefined}
      placeholder={props.usual}
      value={text}
      data-testid={props.testid}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit(event.currentTarget.value);
      }}
    />
  );
};
