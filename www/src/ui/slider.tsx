import { useEffect, useState } from "preact/hooks";
import { useId } from "./id";

/** Whether a text is a number within bounds; null where it is not. */
export function numberWithin(text: string, least: number, most: number): number | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= least && value <= most ? value : null;
}

/** A number on a track: dragged, moved by keys, or typed beside it; handed on when it is let go, and only within its range. */
export function Slider(props: {
  readonly label: string;
  readonly value: number;
  /** Ends of the track. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What can be typed, where that is more than the track shows. */
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
  readonly note?: string;
  /** Said when what was typed is not a number in range. */
  readonly wrong: string;
  readonly onCommit: (value: number) => void;
  readonly disabled?: boolean;
  readonly testid: string;
}) {
  const id = useId();
  const [text, setText] = useState(String(props.value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(String(props.value));
    setWrong(false);
  }, [props.value]);

  const commit = (typed: string) => {
    const value = numberWithin(typed, props.least ?? props.min, props.most ?? props.max);
    setWrong(value === null);
    if (value !== null && value !== props.value) props.onCommit(value);
  };
  const at = (Number(text) - props.min) / (props.max - props.min);
  const told = wrong ? props.wrong : props.note;
  const describedBy = told === undefined ? undefined : `${id}-told`;
  return (
    <div class="slider">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <span class="slider-value with-unit">
        <input
          class="control number-input"
          type="number"
          inputMode="decimal"
          step="any"
          aria-label={`${props.label} (${props.unit})`}
          aria-invalid={wrong}
          aria-describedby={describedBy}
          value={text}
          disabled={props.disabled ?? false}
          data-testid={`${props.testid}-input`}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={(event) => commit(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") commit(event.currentTarget.value);
          }}
        />
        <span class="quiet">{props.unit}</span>
      </span>
      <input
        id={id}
        class="slider-track"
        type="range"
        min={props.min}
        max={props.max}
        step={props.step}
        value={text}
        style={{ "--at": `${100 * Math.min(Math.max(at, 0), 1)}%` }}
        aria-valuetext={`${text} ${props.unit}`}
        aria-describedby={describedBy}
        disabled={props.disabled ?? false}
        data-testid={props.testid}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={(event) => commit(event.currentTarget.value)}
      />
      {told === undefined ? null : (
        <p class={wrong ? "field-error" : "note"} id={`${id}-told`}>
          {told}
        </p>
      )}
    </div>
  );
}
