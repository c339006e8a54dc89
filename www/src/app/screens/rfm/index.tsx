import { useMemo, useRef, useState } from "preact/hooks";
import type { RfmReport } from "../../../engine/protocol";
import { Actions, Alert, Basis, Button, Headline } from "../../../ui";
import { segmentColours } from "../../colours";
import { scoringSaid } from "../../scoring";
import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";
import { ChartAndTable } from "./chart-and-table";
import { Customers } from "./customers";
import { Cuts } from "./cuts";
import type { Fitted, Switched } from "./fit";
import { scoresOf } from "./fit";
import { useFound } from "./found";
import { RulesEditor } from "./rules";
import { Settings } from "./settings";
import { TierTable } from "./tiers";
import { TieReport } from "./ties";

/** The third screen: who is who by recency, frequency and money, and which customers they are. */
export const Rfm = (props: ScreenProps) => {
  const { rfm } = props.state;
  return rfm === null ? <Lacking {...props} /> : <Scored {...props} report={rfm} />;
};

const Scored = (props: ScreenProps & { readonly report: RfmReport }) => {
  const { state, commands, words, report } = props;
  const { rfmParams: params, query } = state;
  const say = words.rfm;
  const [switched, setSwitched] = useState<Switched | null>(null);
  const [editing, setEditing] = useState(false);
  const ties = useRef<HTMLDetailsElement>(null);
  const colours = useMemo(() => segmentColours(report.segments.map(({ name }) => name)), [report]);
  const found = useFound(commands, query, report);

  const apply = (fitted: Fitted) => {
    setSwitched(fitted.switched);
    commands.setRfm(fitted.params);
  };
  const seeTies = () => {
    if (!ties.current) return;
    ties.current.open = true;
    ties.current.scrollIntoView({ block: "start" });
    ties.current.querySelector("summary")?.focus({ preventScroll: true });
  };
  const settings = { ...props, apply };
  return (
    <div class="screen" data-testid="rfm">
      <Opening {...props} />
      <Settings {...settings} onSeeTies={seeTies} />
      {switched === null ? null : (
        <Alert kind="info" testid="switched">
          <p>
            {switched === "own"
              ? say.rules.switched.own(scoresOf(params.scoring).join(" × "))
              : say.rules.switched[switched]}
          </p>
        </Alert>
      )}
      <ChartAndTable {...props} colours={colours} />
      <Actions>
        <Button
          kind="primary"
          testid="export-customers"
          disabled={found === null || found.count === 0}
          onClick={commands.exportCustomers}
        >
          {say.customers.export(found?.count ?? report.customers, report.customers)}
        </Button>
        <Button testid="edit-rules" onClick={() => setEditing(true)}>
          {say.rules.edit}
        </Button>
      </Actions>
      <Customers {...props} colours={colours} found={found} />
      <Cuts report={report} words={words} theme={state.theme} />
      <TieReport report={report} words={words} details={ties} />
      <TierTable {...props} />
      <RulesEditor {...settings} open={editing} onClose={() => setEditing(false)} />
    </div>
  );
};

/** The segment that brings most, and on what that rests. */
const Opening = ({ state, commands, words, report }: ScreenProps & { readonly report: RfmReport }) => {
  const { overview, rfmParams: params, customersParams, read } = state;
  const best = report.segments.reduce((most, row) => (row.value > most.value ? row : most));
  const setAside = read?.setAside ?? 0;
  return (
    <header>
      <Headline
        say={words.rfm.headline({
          name: words.rfm.segmentName(best.name),
          customers: best.customers,
          share: best.customerShare,
          value: best.valueShare,
        })}
      />
      {overview === null ? null : (
        <Basis>
          {words.rfm.basis(overview.asOf, scoringSaid(params.scoring, words))}{" "}
          <Button kind="quiet" onClick={() => commands.go("overview")} testid="to-overview">
            {words.overview.basis.refunds(customersParams.refunds, overview.refundRows)}
          </Button>{" "}
          {setAside === 0 ? null : (
            <Button kind="quiet" onClick={() => commands.go("data")} testid="set-aside">
              {words.overview.basis.setAside(setAside)}
            </Button>
          )}
        </Basis>
      )}
    </header>
  );
};
