import { useState } from "preact/hooks";
import type { Span } from "../../../engine/protocol";
import { Field } from "../../../ui";
import type { Words } from "../../../words";
import { isoDay, parseIsoDay } from "../../../words/format";

/** First and last day of a period; handed on when both make one. */
export const SpanFields = (props: {
  readonly label: string;
  readonly span: Span;
  readonly words: Words;
  readonly testid: string;
  readonly onChange: (span: Span) => void;
}) => {
  const { label, span, words, testid, onChange } = props;
  const say = words.coverage.settings.period;
  const [wrong, setWrong] = useState(false);
  const day = (end: keyof Span) => (
    <Field label={say[end]} error={wrong && end === "to" ? say.wrong : null}>
      {(ids) => (
        <input
          id={ids.id}
          class="control"
          type="date"
          value={isoDay(span[end])}
          aria-invalid={ids.invalid}
          aria-describedby={ids.describedBy}
          data-testid={`${testid}-${end}`}
          onChange={(event) => {
            const chosen = parseIsoDay(event.currentTarget.value);
            // A date typed digit by digit passes through years long gone.
            if (chosen === null || chosen < 0) return;
            const next = { ...span, [end]: chosen };
            setWrong(next.to < next.from);
            if (next.from <= next.to) onChange(next);
          }}
        />
      )}
    </Field>
  );
  return (
    <fieldset class="span-fields">
      <legend class="field-label">{label}</legend>
      {day("from")}
      {day("to")}
    </fieldset>
  );
};

/** A day of a period. */
export const DayField = (props: {
  readonly label: string;
  readonly note: string;
  readonly wrong: string;
  readonly day: number;
  readonly first: number;
  readonly last: number;
  readonly testid: string;
  readonly onChange: (day: number) => void;
}) => {
  const { first, last } = props;
  const [wrong, setWrong] = useState(false);
  return (
    <Field label={props.label} note={props.note} error={wrong ? props.wrong : null}>
      {(ids) => (
        <input
          id={ids.id}
          class="control"
          type="date"
          value={isoDay(props.day)}
          min={isoDay(first)}
          max={isoDay(last)}
          aria-invalid={ids.invalid}
          aria-describedby={ids.describedBy}
          data-testid={props.testid}
          onChange={(event) => {
            const day = parseIsoDay(event.currentTarget.value);
            if (day === null) return;
            const fits = day >= first && day <= last;
            setWrong(!fits);
            if (fits) props.onChange(day);
          }}
        />
      )}
    </Field>
  );
};
