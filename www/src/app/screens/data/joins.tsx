import type { JoinReport, JoinSide } from "../../../engine/protocol";
import { Button, Section } from "../../../ui";
import type { ScreenProps } from "../../screen";
import type { Companion } from "../../state";

/** Customers of the main table and of each companion, matched by id: who is in both, and who in one only. */
export const Joins = (props: ScreenProps) => {
  const { state, words } = props;
  const joined = state.companions.flatMap((one) => (one.join === null ? [] : [{ one, join: one.join }]));
  if (joined.length === 0) return null;
  const say = words.data.joins;
  return (
    <Section title={say.title} note={say.note} testid="joins">
      {joined.map(({ one, join }) => (
        <Join key={one.table} {...props} one={one} join={join} />
      ))}
    </Section>
  );
};

const Join = ({
  state,
  commands,
  words,
  one,
  join,
}: ScreenProps & { readonly one: Companion; readonly join: JoinReport }) => {
  const say = words.data.joins;
  const other = words.data.tables.name(one.files[0]?.name ?? "", one.files.length);
  const main = words.terms.fileKinds[state.kind ?? "transactions"];
  const sides = [
    {
      side: "transactions",
      left: join.onlyTransactions,
      name: say.onlyIn(main),
      rows: [join.onlyTransactions.rows, null],
    },
    {
      side: "other",
      left: join.onlyOther,
      name: one.kind === "customers" ? say.prospects(other) : say.onlyIn(other),
      rows: [null, join.onlyOther.rows],
    },
  ] as const satisfies readonly { side: JoinSide; left: unknown; name: string; rows: unknown }[];
  const number = (count: number | null) => (count === null ? "" : words.f.number(count));
  return (
    <table class="table joins" data-testid={`join-${one.table}`}>
      <caption class="joins-caption">{other}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{say.title}</span>
          </th>
          <th scope="col" class="number">
            {say.customers}
          </th>
          <th scope="col" class="number">
            {say.rowsIn(main)}
          </th>
          <th scope="col" class="number">
            {say.rowsIn(other)}
          </th>
          <th scope="col">{say.examples}</th>
          <th scope="col">
            <span class="visually-hidden">{words.data.report.export}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <tr data-testid="join-matched">
          <th scope="row">{say.both}</th>
          <td class="number" data-label={say.customers}>
            {number(join.matched.customers)}
          </td>
          <td class="number" data-label={say.rowsIn(main)}>
            {number(join.matched.rows)}
          </td>
          <td class="number" data-label={say.rowsIn(other)}>
            {number(join.matched.otherRows)}
          </td>
          <td />
          <td />
        </tr>
        {sides.map(({ side, left, name, rows }) => (
          <tr key={side} data-testid={`join-only-${side}`}>
            <th scope="row">{name}</th>
            <td class="number" data-label={say.customers}>
              {number(left.customers)}
            </td>
            <td class="number" data-label={rows[0] === null ? undefined : say.rowsIn(main)}>
              {number(rows[0])}
            </td>
            <td class="number" data-label={rows[1] === null ? undefined : say.rowsIn(other)}>
              {number(rows[1])}
            </td>
            <td class="joins-examples">{left.examples.join(" · ")}</td>
            <td class="issue-export">
              {left.customers === 0 ? null : (
                <Button
                  disabled={state.busy !== null}
                  aria-label={words.data.report.exportOf(name)}
                  testid={`export-only-${side}`}
                  onClick={() => commands.exportUnmatched(one.table, side)}
                >
                  {words.data.report.export}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
