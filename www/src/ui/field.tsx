import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useId } from "./id";

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** What it means, in a few words. */
  readonly hint?: string;
  readonly disabled?: boolean;
}

/** A label, a control and what there is to say about it. `children` gets the ids to tie them together. */
export function Field(props: {
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly error?: string | null;
  readonly children: (ids: { id: string; describedBy: string | undefined; invalid: boolean }) => ComponentChildren;
}) {
  const id = useId();
  const told = props.error ?? props.note;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      {props.children({ id, describedBy: told ? `${id}-told` : undefined, invalid: Boolean(props.error) })}
      {told ? (
        <p class={props.error ? "field-error" : "note"} id={`${id}-told`}>
          {told}
        </p>
      ) : null}
    </div>
  );
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly testid?: string;
  readonly disabled?: boolean;
  /** The label is told but not shown, where the place says it already. */
  readonly labelHidden?: boolean;
}

/** One of many: the browser's own list. */
export function Select<T extends string>(props: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label class={props.labelHidden ? "visually-hidden" : "field-label"} for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="control select"
        data-testid={props.testid}
        disabled={props.disabled ?? false}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value as T)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One of a few, all in sight: radio buttons side by side. */
export function Segmented<T extends string>(props: ChoiceProps<T>) {
  const name = useId();
  const chosen = props.options.find((option) => option.value === props.value);
  return (
    <fieldset class="field" data-testid={props.testid} disabled={props.disabled ?? false}>
      <legend class={props.labelHidden ? "visually-hidden" : "field-label"}>{props.label}</legend>
      <div class="segmented">
        {props.options.map((option) => (
          <label key={option.value} class="segmented-option" title={option.hint}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              disabled={option.disabled ?? false}
              data-testid={props.testid ? `${props.testid}-${option.value}` : undefined}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {chosen?.hint ? <p class="note">{chosen.hint}</p> : null}
    </fieldset>
  );
}

export function Checkbox(props: {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly note?: string;
  readonly testid?: string;
  readonly disabled?: boolean;
}) {
  const id = useId();
  return (
    <div class="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled ?? false}
        data-testid={props.testid}
        aria-describedby={props.note ? `${id}-note` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      {props.note ? (
        <p class="note" id={`${id}-note`}>
          {props.note}
        </p>
      ) : null}
    </div>
  );
}

/** A number, handed on when the field is left or Enter is pressed, and only when it is within its range. */
export function NumberField(props: {
  readonly label: ComponentChildren;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  /** Said when what was typed is not a number in range. */
  readonly wrong: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | "any";
  readonly unit?: string;
  readonly note?: string;
  readonly testid?: string;
  readonly disabled?: boolean;
}) {
  const [typed, setTyped] = useState(String(props.value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(String(props.value));
    setWrong(false);
  }, [props.value]);

  const commit = () => {
    const value = typed.trim() === "" ? Number.NaN : Number(typed);
    const fits =
      Number.isFinite(value) &&
      value >= (props.min ?? Number.NEGATIVE_INFINITY) &&
      value <= (props.max ?? Number.POSITIVE_INFINITY) &&
      (props.step === "any" || props.step === undefined || props.step !== 1 || Number.isInteger(value));
    setWrong(!fits);
    if (fits && value !== props.value) props.onCommit(value);
  };

  return (
    <Field label={props.label} note={props.note} error={wrong ? props.wrong : null}>
      {(ids) => (
        <span class="with-unit">
          <input
            id={ids.id}
            class="control number-input"
            type="number"
            inputMode="decimal"
            value={typed}
            min={props.min}
            max={props.max}
            step={props.step ?? "any"}
            disabled={props.disabled ?? false}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            data-testid={props.testid}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === "Enter") commit();
            }}
          />
          {props.unit ? <span class="quiet">{props.unit}</span> : null}
        </span>
      )}
    </Field>
  );
}
