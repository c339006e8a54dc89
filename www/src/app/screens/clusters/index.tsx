import { useMemo, useState } from "preact/hooks";
import type { ClusterReport } from "../../../engine/protocol";
import { Actions, Basis, Button, EmptyState, Headline } from "../../../ui";
import type { Words } from "../../../words";
import type { ScreenProps } from "../../screen";
import { canCluster } from "../../steps";
import { Lacking } from "../lacking";
import { FeaturesDialog } from "./features";
import { KChoice } from "./k-curve";
import { nameOfCluster, namesOfClusters } from "./names";
import { Notices } from "./notices";
import { Results } from "./results";
import { Settings } from "./settings";

export const Clusters = (props: ScreenProps) =>
  canCluster(props.state) && props.state.clustering.params !== null ? <Clustered {...props} /> : <Before {...props} />;

/** Before there is anything to show: what is missing, or the one thing to do. */
const Before = (props: ScreenProps) => {
  const { state, commands, words } = props;
  if (!canCluster(state) || state.busy !== null) return <Lacking {...props} />;
  const say = words.clustering;
  return (
    <>
      <h1 class="visually-hidden">{words.shell.views.clusters}</h1>
      <EmptyState
        title={say.lacking.title}
        testid="clusters-empty"
        action={
          <Button kind="primary" onClick={() => commands.go("clusters")} testid="start-clusters">
            {say.start}
          </Button>
        }
      >
        <p>{say.lacking.text}</p>
      </EmptyState>
    </>
  );
};

const Clustered = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const { params, report, sweep, choice, names } = state.clustering;
  const [choosing, setChoosing] = useState(false);
  const k = report?.clusters.length ?? 0;
  const named = useMemo(() => namesOfClusters(words, names, k), [words, names, k]);
  const say = words.clustering;
  return (
    <div class="screen" data-testid="clusters">
      {report !== null ? (
        <Opening {...props} report={report} />
      ) : (
        <header>
          <Headline
            say={
              params === null || state.busy?.task !== "sweep"
                ? [say.lacking.title]
                : say.trying(params.kMin, params.kMax)
            }
          />
          <Basis>{say.lacking.text}</Basis>
        </header>
      )}
      <Settings {...props} onChooseFeatures={() => setChoosing(true)} />
      <Notices {...props} />
      {sweep === null || params === null ? null : (
        <KChoice
          sweep={sweep}
          range={[params.kMin, params.kMax]}
          chosen={report === null ? null : (choice.k ?? report.clusters.length)}
          words={words}
          theme={state.theme}
          onChoose={(k) => commands.cluster({ ...choice, k })}
        />
      )}
      {report === null ? null : (
        <>
          <Actions>
            <Button
              kind="primary"
              testid="export-clusters"
              disabled={state.busy !== null}
              onClick={commands.exportClusters}
            >
              {say.exportCustomers(report.customers + report.dropped)}
            </Button>
            <Button
              testid="save-model"
              title={say.saveModelNote}
              disabled={state.busy !== null}
              onClick={commands.saveModel}
            >
              {say.saveModel}
            </Button>
          </Actions>
          <Results
            report={report}
            names={named}
            words={words}
            theme={state.theme}
            project={commands.project}
            compare={state.rfm === null ? null : commands.compare}
            onRename={commands.nameCluster}
          />
        </>
      )}
      <FeaturesDialog {...props} open={choosing} onClose={() => setChoosing(false)} />
    </div>
  );
};

/** The cluster that brings most, and on what that rests. */
const Opening = ({ state, words, report }: ScreenProps & { readonly report: ClusterReport }) => {
  const say = words.clustering;
  const weight = (at: number) => report.clusters[at]?.value ?? report.clusters[at]?.customers ?? 0;
  let best = 0;
  for (const at of report.clusters.keys()) if (weight(at) > weight(best)) best = at;
  const row = report.clusters[best];
  return (
    <header>
      {row === undefined ? null : (
        <Headline
          say={say.headline({
            k: report.clusters.length,
            name: nameOfCluster(words, state.clustering.names, best),
            customers: row.customers,
            share: row.share,
            value: row.valueShare,
          })}
        />
      )}
      <Basis>
        {say.basis({
          method: report.method,
          features: report.features.map(({ key }) => words.features.short(key)),
          customers: report.customers,
          explained: report.total > 0 ? 1 - report.inertia / report.total : 0,
        })}
        {report.dropped > 0 ? ` ${say.dropped(report.dropped)}` : null} {told(state.clustering, words)}
      </Basis>
    </header>
  );
};

/** What was filled in and what was capped, feature by feature. */
const told = ({ prepared, params }: ScreenProps["state"]["clustering"], words: Words): string => {
  const fills = params?.features.missing === "median";
  return (prepared?.features ?? [])
    .flatMap(({ key, missing, cappedLow, cappedHigh }) => [
      ...(fills && missing > 0 ? [words.clustering.filled(words.features.short(key), missing)] : []),
      ...(cappedLow + cappedHigh > 0
        ? [words.clustering.cap.told(words.features.short(key), cappedLow, cappedHigh)]
        : []),
    ])
    .join(words.clustering.join);
};
