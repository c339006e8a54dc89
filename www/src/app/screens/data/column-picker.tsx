import { useState } from "preact/hooks";
import { Field, Popover, Select } from "../../../ui";
import type { Words } from "../../../words";
import { matchingColumns } from "./mapping";

/** As many as a plain list of the browser stays handy for. */
const PLAIN_LIST = 60;
const SHOWN = 50;
const NONE = "none";

interface Props {
  readonly label: string;
  readonly names: readonly string[];
  readonly column: number | null;
  readonly onChange: (column: number | null) => void;
  readonly words: Words;
  readonly testid: string;
  readonly disabled: boolean;
}

/** The column that plays a role: a plain list of a few, a list to search of many. */
export const ColumnPicker = (props: Props) => {
  const { names, column, words } = props;
  if (names.length > PLAIN_LIST) return <Searching {...props} />;
  return (
    <Select
      label={props.label}
      labelHidden
      testid={props.testid}
      disabled={props.disabled}
      value={column === null ? NONE : String(column)}
      options={[
        { value: NONE, label: words.data.roles.none },
        ...names.map((name, at) => ({ value: String(at), label: name })),
      ]}
      onChange={(value) => props.onChange(value === NONE ? null : Number(value))}
    />
  );
};

const Searching = ({ label, names, column, onChange, words, testid, disabled }: Props) => {
  const [typed, setTyped] = useState("");
  const matches = matchingColumns(names, typed);
  const choose = (chosen: number | null) => (event: { currentTarget: HTMLElement }) => {
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    onChange(chosen);
  };
  return (
    <Popover
      class="control select"
      label={label}
      testid={testid}
      disabled={disabled}
      button={
        <>
          <span class="visually-hidden">{label}: </span>
          {column === null ? words.data.roles.none : names[column]}
        </>
      }
    >
      <Field
        label={words.data.roles.search}
        note={words.data.roles.matches(Math.min(SHOWN, matches.length), matches.length)}
      >
        {(ids) => (
          <input
            id={ids.id}
            class="control"
            type="search"
            value={typed}
            aria-describedby={ids.describedBy}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <ul class="matches">
        <li>
          <button type="button" aria-current={column === null} onClick={choose(null)}>
            {words.data.roles.none}
          </button>
        </li>
        {matches.slice(0, SHOWN).map((at) => (
          <li key={at}>
            <button type="button" aria-current={at === column} onClick={choose(at)}>
              {names[at]}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
};
