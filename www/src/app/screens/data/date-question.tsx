import type { DateOrder } from "../../../engine/protocol";
import { Alert, Button } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { dateOrderOpen } from "../../steps";
import { readAs } from "./dates";
import { columnOf } from "./mapping";

const BOTH: readonly Exclude<DateOrder, "year_first">[] = ["day_first", "month_first"];

/** The file fits both orders everywhere: only the user can tell, and nothing goes on before. */
export const DateQuestion = ({ state, commands, words }: ScreenProps) => {
  const { read, head, importParams: params } = state;
  if (!dateOrderOpen(state) || read === null || head === null || params === null) return null;
  const say = words.data.undecided;
  const at = columnOf(params, "date");
  const values =
    at === null ? [] : [...head.preview.map((row) => row[at] ?? ""), ...(head.columns[at]?.examples ?? [])];
  // Dates that read the same either way show nothing.
  const telling = [...new Set(values)]
    .map((value) => ({ value, days: BOTH.map((order) => readAs(value, order)) }))
    .filter(({ days: [day, month] }) => day !== month)
    .slice(0, 3);
  return (
    <Alert
      kind="beware"
      title={say.title}
      testid="date-question"
      actions={BOTH.map((order) => (
        <Button
          key={order}
          disabled={state.busy !== null}
          testid={`choose-${order}`}
          onClick={() => commands.readAs(order)}
        >
          {say.choose(order)}
        </Button>
      ))}
    >
      <p>{say.text(read.dateEvidence?.both ?? 0)}</p>
      <table class="table date-readings">
        <thead>
          <tr>
            <th scope="col">{say.example}</th>
            {BOTH.map((order) => (
              <th key={order} scope="col">
                {words.terms.dateOrders[order]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {telling.map(({ value, days }) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              {days.map((day, i) => (
                <td key={BOTH[i]}>{day === null ? "" : words.f.longDay(day)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Alert>
  );
};
