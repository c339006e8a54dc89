import { Pencil } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../../ui";
import type { Words } from "../../../words";

/** A name that can be changed in place: Enter or leaving keeps what was typed, Escape does not. */
export const Rename = (props: {
  readonly name: string;
  readonly words: Words;
  readonly testid: string;
  readonly children: ComponentChildren;
  readonly onRename: (name: string) => void;
}) => {
  const { name, words, testid, onRename } = props;
  const say = words.clusters.sizes;
  const [editing, setEditing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  const end = (typed: string) => {
    setEditing(false);
    const kept = typed.trim();
    if (kept !== name) onRename(kept);
  };
  if (editing)
    return (
      <input
        ref={input}
        class="control rename-input"
        defaultValue={name}
        maxLength={40}
        aria-label={say.newName(name)}
        data-testid={`${testid}-input`}
        onClick={(event) => event.stopPropagation()}
        onBlur={(event) => end(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter may only confirm what is being composed.
          if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          // Leaving keeps what stands there; Escape puts the old name back first.
          if (event.key === "Escape") event.currentTarget.value = name;
          event.currentTarget.blur();
          requestAnimationFrame(() => pencil.current?.focus());
        }}
      />
    );
  return (
    <>
      {props.children}
      <button
        ref={pencil}
        type="button"
        class="tool rename"
        title={say.rename(name)}
        aria-label={say.rename(name)}
        data-testid={testid}
        onClick={(event) => {
          event.stopPropagation();
          setEditing(true);
        }}
      >
        <Icon of={Pencil} size={14} />
      </button>
    </>
  );
};
