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
