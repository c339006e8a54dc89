import type { Issue } from "../../../engine/protocol";
import { Button, Section } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { fileAt } from "../../sentences";

/** What reading set aside, and what it noticed in rows that were kept. */
export const Report = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const { read } = state;
  if (read === null) return null;
  const say = words.data.report;
  const setAside = read.issues.filter((issue) => issue.setAside);
  const noticed = read.issues.filter((issue) => !issue.setAside);
  return (
    <>
      <Section
        title={say.setAside}
        note={setAside.length === 0 ? say.nothing : say.setAsideNote}
        testid="set-aside"
        tools={
          setAside.length > 0 ? (
            <Button disabled={state.busy !== null} testid="export-set-aside" onClick={() => commands.exportRows(null)}>
              {say.exportAll(read.setAside)}
            </Button>
          ) : null
        }
      >
        {setAside.length === 0 ? null : <Issues {...props} issues={setAside} rows={read.rows} />}
      </Section>
      {noticed.length === 0 ? null : (
        <Section title={say.kept} note={say.keptNote} testid="noticed">
          <Issues {...props} issues={noticed} rows={read.rows} />
        </Section>
      )}
    </>
  );
};

const Issues = ({
  state,
  commands,
  words,
  issues,
  rows,
}: ScreenProps & { readonly issues: readonly Issue[]; readonly rows: number }) => {
  const say = words.data.report;
  return (
    <table class="table issues">
      <thead>
        <tr>
          <th scope="col">{say.reason}</th>
          <th scope="col" class="number">
            {say.rows}
          </th>
          <th scope="col" class="number">
            {say.share}
          </th>
          <th scope="col">{say.first}</th>
          <th scope="col">
            <span class="visually-hidden">{say.export}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => {
          const { name, text } = words.issues.table[issue.code];
          return (
            <tr key={issue.code} data-testid={`issue-${issue.code}`}>
              <th scope="row">
                {name}
                <span class="issue-text">{text}</span>
              </th>
              <td class="number" data-label={say.rows}>
                {words.f.number(issue.count)}
              </td>
              <td class="number" data-label={say.share}>
                {words.f.percent(rows === 0 ? 0 : issue.count / rows)}
              </td>
              <td>
                <ul class="places">
                  {issue.examples.map((example) => (
                    <li key={`${example.file} ${example.line}`}>
                      {words.issues.place(example, fileAt(state.files, example.file))}
                    </li>
                  ))}
                </ul>
              </td>
              <td class="issue-export">
                {issue.code === "repeated_customer" ? null : (
                  <Button
                    disabled={state.busy !== null}
                    aria-label={say.exportOf(name)}
                    testid={`export-${issue.code}`}
                    onClick={() => commands.exportRows(issue.code)}
                  >
                    {say.export}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
