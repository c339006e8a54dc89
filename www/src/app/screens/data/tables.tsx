import type { FileKind, FileRead, TableFile } from "../../../engine/protocol";
import { Button, Section, Select } from "../../../ui";
import { tell } from "../../../words/told";
import type { ScreenProps } from "../../screen";
import type { Companion } from "../../state";
import { ColumnPicker } from "./column-picker";
import { columnOf, namesOf, withRole } from "./mapping";

const KINDS: readonly FileKind[] = ["transactions", "customers", "contacts", "targets"];

/** Up to so many files of a table are listed without being asked for. */
const LISTED = 5;

/** The files that are open: which were put together, what each table is taken for, and what was left out. */
export const Tables = (props: ScreenProps) => {
  const { state, words } = props;
  const { companions, files, kind, read, refused, table } = state;
  if (companions.length === 0 && files.length < 2 && refused.length === 0) return null;
  const say = words.data.tables;
  const all = files.length + companions.reduce((sum, one) => sum + one.files.length, 0);
  return (
    <Section title={say.title} note={say.note(all, companions.length + 1)} testid="tables">
      <table class="table tables">
        <thead>
          <tr>
            <th scope="col">{say.table}</th>
            <th scope="col">{say.kind}</th>
            <th scope="col">{say.customer}</th>
            <th scope="col" class="number">
              {say.rows}
            </th>
            <th scope="col" class="number">
              {say.setAside}
            </th>
            <th scope="col">
              <span class="visually-hidden">{say.first}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Line {...props} table={table} files={files} kind={kind ?? "transactions"} read={read} companion={null} />
          {companions.map((one) => (
            <Line
              key={one.table}
              {...props}
              table={one.table}
              files={one.files}
              kind={one.kind}
              read={one.read}
              companion={one}
            />
          ))}
        </tbody>
      </table>
      {refused.length === 0 ? null : (
        <div class="refused" data-testid="refused">
          <h3>{say.refused(refused.length)}</h3>
          <ul class="places">
            {refused.map(({ name, error }) => (
              <li key={name}>
                <b>{name}</b> {tell(words, error, name).title}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
};

interface LineProps extends ScreenProps {
  readonly table: number;
  readonly files: readonly TableFile[];
  readonly kind: FileKind;
  readonly read: Companion["read"];
  /** Null for the main table. */
  readonly companion: Companion | null;
}

const Line = ({ state, commands, words, table, files, kind, read, companion }: LineProps) => {
  const say = words.data.tables;
  const name = say.name(files[0]?.name ?? "", files.length);
  const { head, importParams } = state;
  const disabled = state.busy !== null;
  const columns = namesOf((companion?.head ?? head)?.columns ?? [], words.data.roles.unnamed);
  const params = companion?.params ?? importParams;
  const customer = params === null ? null : columnOf(params, "customer");
  return (
    <tr data-testid={`table-${table}`}>
      <th scope="row">
        <span class="tables-name">{name}</span>
        {files.length > 1 ? <Files files={files} read={read?.files ?? []} words={words} /> : null}
      </th>
      <td data-label={say.kind}>
        <Select
          label={say.kindOf(name)}
          labelHidden
          testid={`kind-${table}`}
          disabled={disabled}
          value={kind}
          options={KINDS.map((value) => ({ value, label: words.terms.fileKinds[value] }))}
          onChange={(value) => commands.takeFor(table, value)}
        />
      </td>
      <td data-label={say.customer}>
        {companion === null ? (
          customer === null ? null : (
            columns[customer]
          )
        ) : (
          <ColumnPicker
            label={say.customerOf(name)}
            names={columns}
            column={customer}
            words={words}
            testid={`customer-of-${table}`}
            disabled={disabled}
            onChange={(column) => commands.setCompanion(table, withRole(companion.params, "customer", column))}
          />
        )}
      </td>
      <td class="number" data-label={say.rows}>
        {read === null ? <span class="quiet">{say.notRead}</span> : words.f.number(read.rows)}
      </td>
      <td class="number" data-label={say.setAside}>
        {read === null ? null : words.f.number(read.setAside)}
      </td>
      <td class="tables-first">
        {companion === null ? (
          <span class="quiet">{say.main}</span>
        ) : (
          <Button disabled={disabled} testid={`put-first-${table}`} onClick={() => commands.putFirst(table)}>
            {say.first}
          </Button>
        )}
      </td>
    </tr>
  );
};

/** The files of one table, in the order in which they are read. */
const Files = ({
  files,
  read,
  words,
}: {
  readonly files: readonly TableFile[];
  readonly read: readonly FileRead[];
  readonly words: ScreenProps["words"];
}) => {
  const say = words.data.tables;
  return (
    <details class="tables-files" open={files.length <= LISTED}>
      <summary>{say.files(files.length)}</summary>
      <div class="tables-list">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say.file}</th>
              <th scope="col" class="number">
                {say.size}
              </th>
              <th scope="col" class="number">
                {say.rows}
              </th>
              <th scope="col" class="number">
                {say.setAside}
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, size }, at) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{words.f.bytes(size)}</td>
                <td class="number">{read[at] === undefined ? "" : words.f.number(read[at].rows)}</td>
                <td class="number">{read[at] === undefined ? "" : words.f.number(read[at].setAside)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
