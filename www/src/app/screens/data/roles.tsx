import { Section } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { missingForOrders } from "../../steps";
import { ColumnPicker } from "./column-picker";
import { columnOf, columnsOf, namesOf, ROLES, rolesFor, withRole } from "./mapping";

/** Which column plays which role, why, and what it looks like. */
export const Roles = ({ state, commands, words }: ScreenProps) => {
  const { head, importParams: params } = state;
  if (head === null || params === null) return null;
  const say = words.data.roles;
  const names = namesOf(head.columns, say.unnamed);
  const missing = missingForOrders(params);
  const shared = (["measure", "attribute"] as const).filter((role) => rolesFor(state.kind, params).includes(role));
  return (
    <Section title={say.title} note={say.note} testid="mapping" class="mapping">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say.role}</th>
            <th scope="col">{say.column}</th>
            <th scope="col">{say.why}</th>
          </tr>
        </thead>
        <tbody>
          {ROLES.map((role) => {
            const at = columnOf(params, role);
            const column = at === null ? undefined : head.columns[at];
            const reason = column?.reason ?? null;
            return (
              <tr key={role}>
                <th scope="row">
                  {words.terms.roles[role]}
                  <span class="mapping-for">{say.for[role]}</span>
                </th>
                <td>
                  <ColumnPicker
                    label={say.columnFor(words.terms.roles[role])}
                    names={names}
                    column={at}
                    words={words}
                    testid={`role-${role}`}
                    disabled={state.busy?.task === "read"}
                    onChange={(chosen) => commands.setImport(withRole(params, role, chosen))}
                  />
                </td>
                <td>
                  {column === undefined ? (
                    missing.includes(role) ? (
                      <span class="beware">{say.needed}</span>
                    ) : null
                  ) : (
                    <>
                      {reason === null ? null : (
                        <span class={reason === "content" ? "beware" : undefined}>{say.reasons[reason]}</span>
                      )}
                      <span class="mapping-examples">{column.examples.join(" · ")}</span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
          {shared.map((role) => {
            const columns = columnsOf(params, role);
            return (
              <tr key={role} data-testid={`role-${role}`}>
                <th scope="row">
                  {words.terms.roles[role]}
                  <span class="mapping-for">{say.for[role]}</span>
                </th>
                <td colSpan={2}>
                  {columns.length === 0 ? (
                    <span class="quiet">{say.none}</span>
                  ) : (
                    words.f.list(columns.map((at) => names[at] ?? ""))
                  )}
                  <span class="mapping-examples">{say.shared[role]}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
};
