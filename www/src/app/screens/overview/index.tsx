import { Actions, Alert, Basis, Button, Headline } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";
import { Distributions } from "./distributions";
import { Figures } from "./figures";
import { OrdersOverTime } from "./orders";
import { Settings } from "./settings";

/** The second screen: who bought how often and for how much, and how that is spread. */
export const Overview = (props: ScreenProps) => {
  const { state, words, commands } = props;
  const { overview: report, read, customersParams: params } = state;
  if (report === null) return <Lacking {...props} />;
  const say = words.overview;
  const setAside = read?.setAside ?? 0;
  const told = report.revenue > 0 && report.topFifthShare >= 0 && report.topFifthShare <= 1;
  return (
    <div class="screen" data-testid="overview">
      <header>
        <Headline
          say={say.headline({
            customers: report.customers,
            orders: report.orders,
            revenue: report.revenue,
            first: report.firstDay,
            last: report.lastDay,
            topFifth: told ? report.topFifthShare : null,
          })}
        />
        <Basis>
          {say.basis.asOf(report.asOf, params.asOf !== null)} {say.basis.refunds(params.refunds, report.refundRows)}{" "}
          {report.refundRows === 0 ? null : (
            <>
              <Button
                kind="quiet"
                disabled={state.busy !== null}
                onClick={() => commands.exportRows("refund")}
                testid="export-refund"
              >
                {say.basis.saveRefunds}
              </Button>{" "}
            </>
          )}
          {setAside === 0 ? (
            say.basis.nothingSetAside
          ) : (
            <Button kind="quiet" onClick={() => commands.go("data")} testid="set-aside">
              {say.basis.setAside(setAside)}
            </Button>
          )}
        </Basis>
      </header>
      <Settings {...props} report={report} />
      {report.allZero ? (
        <Alert kind="beware" title={say.allZero.title} testid="all-zero">
          <p>{say.allZero.text}</p>
        </Alert>
      ) : null}
      <Figures report={report} words={words} />
      <OrdersOverTime report={report} words={words} theme={state.theme} />
      <Distributions report={report} words={words} theme={state.theme} />
      <Actions>
        <Button kind="primary" onClick={() => commands.go("rfm")} testid="to-rfm">
          {say.toRfm}
        </Button>
      </Actions>
    </div>
  );
};
