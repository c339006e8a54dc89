import { Pencil, RotateCcw } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Icon } from "../../../ui";
import type { Words } from "../../../words";
import type { OwnStatement } from "../../tell/persona";
import { kept } from "./kept";

/** A text of the card that can be rewritten in place; rewritten ones are marked and can go back. */
export const Own = (props: {
  readonly say: OwnStatement;
  /** What it is called. */
  readonly label: string;
  readonly words: Words;
  readonly testid: string;
  readonly longest: number;
  /** How it is shown while nobody rewrites it. */
  readonly children: ComponentChildren;
  /** Null: back to what the data says. */
  readonly onKeep: (text: string | null) => void;
}) => {
  const { say, words, label, testid } = props;
  const { edit } = words.personas;
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (editing) field.current?.select();
  }, [editing]);

  const end = (typed: string) => {
    setEditing(false);
    if (typed.trim() !== say.text) props.onKeep(kept(typed));
  };
  // Leaving the field keeps what stands there.
  const keep = () => {
    field.current?.blur();
    requestAnimationFrame(() => pencil.current?.focus());
  };
  const cancel = () => {
    if (field.current) field.current.value = say.text;
    keep();
  };
  if (editing)
    return (
      <div class="own-edit">
        <textarea
          ref={field}
          class="control persona-field"
          rows={say.text.length > 120 ? 5 : 2}
          defaultValue={say.text}
          maxLength={props.longest}
          placeholder={edit.hint}
          aria-label={edit.change(label)}
          data-testid={`${testid}-field`}
          onBlur={(event) => end(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter keeps; with Shift it starts a line. While a Chinese word is being composed it belongs to the word.
            const keeps = event.key === "Enter" && !event.shiftKey && !event.isComposing;
            if (!keeps && event.key !== "Escape") return;
            event.preventDefault();
            // Leaving keeps what stands there; Escape puts the old text back first.
            if (event.key === "Escape") event.currentTarget.value = say.text;
            event.currentTarget.blur();
            requestAnimationFrame(() => pencil.current?.focus());
          }}
        />
        <span class="own-actions">
          <Button testid={`${testid}-keep`} onClick={keep}>
            {edit.keep}
          </Button>
          <button
            type="button"
            class="button button-quiet"
            data-testid={`${testid}-cancel`}
            // Pressing must not take the focus from the field: leaving it would keep what stands there.
            onMouseDown={(event) => event.preventDefault()}
            onClick={cancel}
          >
            {edit.cancel}
          </button>
        </span>
      </div>
    );
  return (
    <div class="own">
      <div class="own-text">{props.children}</div>
      <span class="own-tools">
        {say.own ? <span class="own-mark">{edit.edited}</span> : null}
        <button
          ref={pencil}
          type="button"
          class="tool rename"
          title={edit.change(label)}
          aria-label={edit.change(label)}
          data-testid={testid}
          onClick={() => setEditing(true)}
        >
          <Icon of={Pencil} size={14} />
        </button>
        {say.own ? (
          <button
            type="button"
            class="tool rename"
            title={edit.reset(label)}
            aria-label={edit.reset(label)}
            data-testid={`${testid}-reset`}
            onClick={() => {
              props.onKeep(null);
              requestAnimationFrame(() => pencil.current?.focus());
            }}
          >
            <Icon of={RotateCcw} size={14} />
          </button>
        ) : null}
      </span>
    </div>
  );
};
