import type { DateOrder, DateReading } from "../../../engine/protocol";
import { Alert, Button } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { dateOrderOpen } from "../../steps";

const ORDERS: readonly { order: DateOrder; of: (reading: DateReading) => number | null }[] = [
  { order: "day_first", of: (reading) => reading.dayFirst },
  { order: "month_first", of: (reading) => reading.monthFirst },
  { order: "year_first", of: (reading) => reading.yearFirst },
];

/** The file fits several orders everywhere: only the user can tell, and nothing goes on before. */
export const DateQuestion = ({ state, commands, words }: ScreenProps) => {
  const { read } = state;
  if (!dateOrderOpen(state) || read === null) return null;
  const say = words.data.undecided;
  const readings = read.dateReadings;
  const orders = ORDERS.filter(({ of }) => readings.some((reading) => of(reading) !== null));
  const { both = 0, turned = null } = read.dateEvidence ?? {};
  return (
    <Alert
      kind="beware"
      title={say.title}
      testid="date-question"
      actions={orders.map(({ order }) => (
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
      <p>{say.text(turned?.cells ?? both)}</p>
      <table class="table date-readings">
        <thead>
          <tr>
            <th scope="col">{say.example}</th>
            {orders.map(({ order }) => (
              <th key={order} scope="col">
                {words.terms.dateOrders[order]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <tr key={reading.example.value}>
              <th scope="row">{reading.example.value}</th>
              {orders.map(({ order, of }) => {
                const day = of(reading);
                return <td key={order}>{day === null ? "" : words.f.longDay(day)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Alert>
  );
};
