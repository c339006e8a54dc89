import { useState } from "preact/hooks";
import type { Head, ImportParams, Role } from "../../../engine/protocol";
import { Button, Section, Segmented, Select, Wide } from "../../../ui";
import type { Words } from "../../../words";
import type { ScreenProps } from "../../screen";
import { FEW_COLUMNS, namesOf, rolesFor, shownColumns, withColumn } from "./mapping";
import { Spread } from "./spread";

const STEP = 200;
const NO_ROLE = "none";

interface Parts {
  readonly head: Head;
  readonly params: ImportParams;
  readonly words: Words;
  readonly names: readonly string[];
  readonly shown: readonly number[];
  readonly roleOf: (at: number) => preact.JSX.Element;
}

/** The first rows as they are read, or one line per column; of many columns the mapped ones first. */
export const Columns = ({ state, commands, words }: ScreenProps) => {
  const { head, importParams: params, kind } = state;
  const [others, setOthers] = useState(FEW_COLUMNS);
  const [chosen, setChosen] = useState<"rows" | "columns" | null>(null);
  if (head === null || params === null) return null;
  const say = words.data.columns;
  const view = chosen ?? (kind === "customers" ? "columns" : "rows");
  const all = params.roles.length;
  const shown = shownColumns(params, others);
  const names = namesOf(head.columns, words.data.roles.unnamed);
  const roleOf = (at: number) => (
    <Select<Role | typeof NO_ROLE>
      label={say.roleOf(names[at] ?? "")}
      labelHidden
      value={params.roles[at] ?? NO_ROLE}
      disabled={state.busy?.task === "read"}
      options={[
        { value: NO_ROLE, label: say.noRole },
        ...rolesFor(kind, params).map((role) => ({ value: role, label: words.terms.roles[role] })),
      ]}
      onChange={(value) => commands.setImport(withColumn(params, at, value === NO_ROLE ? null : value))}
    />
  );
  const parts: Parts = { head, params, words, names, shown, roleOf };
  return (
    <Section
      title={say.title}
      note={view === "rows" ? say.note(head.preview.length) : say.summaryNote}
      testid="preview"
      class="preview"
      tools={
        <Segmented
          label={say.title}
          labelHidden
          value={view}
          testid="preview-view"
          options={[
            { value: "rows", label: say.rows },
            { value: "columns", label: say.summary },
          ]}
          onChange={setChosen}
        />
      }
    >
      <Wide label={say.title}>{view === "rows" ? <Rows {...parts} /> : <Summary {...parts} />}</Wide>
      {shown.length < all ? (
        <p class="note preview-more">
          {say.shown(shown.length, all)}{" "}
          <Button kind="quiet" testid="more-columns" onClick={() => setOthers(others + STEP)}>
            {say.showMore(Math.min(STEP, all - shown.length), all)}
          </Button>
        </p>
      ) : null}
    </Section>
  );
};

const Rows = ({ head, params, words, names, shown, roleOf }: Parts) => (
  <table class="table preview-rows">
    <thead>
      <tr>
        <th scope="col" class="number">
          <span class="visually-hidden">{words.data.columns.line}</span>
        </th>
        {shown.map((at) => (
          <th key={at} scope="col" class={params.roles[at] === null ? undefined : "mapped"}>
            <span class="column-name" title={names[at]}>
              {names[at]}
            </span>
            <span class="column-kind">{words.terms.kinds[head.columns[at]?.kind ?? "empty"]}</span>
            {roleOf(at)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {head.preview.map((row, i) => (
        <tr key={i}>
          <th scope="row" class="number quiet">
            {i + 1}
          </th>
          {shown.map((at) => (
            <td key={at} class={head.columns[at]?.kind === "number" ? "number" : undefined} title={row[at]}>
              {row[at] ?? ""}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Summary = ({ head, words, names, shown, roleOf }: Parts) => {
  const say = words.data.columns;
  return (
    <table class="table preview-summary">
      <thead>
        <tr>
          <th scope="col">{say.name}</th>
          <th scope="col">{say.kind}</th>
          <th scope="col">{say.role}</th>
          <th scope="col" class="number">
            {say.distinct}
          </th>
          <th scope="col" class="number">
            {say.missing}
          </th>
          <th scope="col">{words.imports.spread}</th>
          <th scope="col">{words.imports.odd}</th>
          <th scope="col">{say.examples}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((at) => {
          const column = head.columns[at];
          if (column === undefined) return null;
          return (
            <tr key={at}>
              <th scope="row" class="column-name" title={names[at]}>
                {names[at]}
              </th>
              <td>{words.terms.kinds[column.kind]}</td>
              <td>{roleOf(at)}</td>
              <td class="number">{words.f.number(column.distinct)}</td>
              <td class="number">{words.f.percent(head.sampledRows === 0 ? 0 : column.missing / head.sampledRows)}</td>
              <td>
                <Spread spread={column.spread} words={words} />
              </td>
              <td class="column-odd">
                {column.odd === 0 ? null : (
                  <span title={words.imports.oddOf(words.terms.kinds[column.kind], column.oddExamples)}>
                    {words.f.number(column.odd)}
                    <span class="quiet"> {column.oddExamples.join(" · ")}</span>
                  </span>
                )}
              </td>
              <td class="column-examples">{column.examples.join(" · ")}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
