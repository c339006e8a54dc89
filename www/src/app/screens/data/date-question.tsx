import type { DateOrder } from "../../../engine/protocol";
import { Alert, Button } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { dateOrderOpen } from "../../steps";

const BOTH: readonly Exclude<DateOrder, "year_first">[] = ["day_first", "month_first"];

/** The file fits both orders everywhere: only the user can tell, and nothing goes on before. */
export const DateQuestion = ({ state, commands, words }: ScreenProps) => {
  const { read } = state;
  if (!dateOrderOpen(state) || read === null) return null;
  const say = words.data.undecided;
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
          {read.dateReadings.map(({ example, dayFirst, monthFirst }) => (
            <tr key={example.value}>
              <th scope="row">{example.value}</th>
              <td>{words.f.longDay(dayFirst)}</td>
              <td>{words.f.longDay(monthFirst)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Alert>
  );
};
