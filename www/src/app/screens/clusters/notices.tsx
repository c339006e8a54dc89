import { Alert, Button } from "../../../ui";
import { isBrought } from "../../clustering";
import type { ScreenProps } from "../../screen";

/** What stands between the settings and the result: a sweep that was stopped, a model that was brought. */
export const Notices = (props: ScreenProps) => (
  <>
    <Stopped {...props} />
    <Brought {...props} />
    {props.state.clustering.report?.method === "gaussian_mixture" && props.state.clustering.sweep !== null ? (
      <p class="note" data-testid="mixture-note">
        {props.words.clustering.mixtureNote}
      </p>
    ) : null}
  </>
);

const Stopped = ({ state, commands, words }: ScreenProps) => {
  const { clustering, busy } = state;
  const { params } = clustering;
  if (!clustering.unfinished || busy?.task === "sweep" || params === null) return null;
  const say = words.clustering;
  return (
    <Alert
      kind="info"
      title={say.stopped.title}
      testid="sweep-stopped"
      actions={
        <Button kind="primary" onClick={() => commands.sweep(params)} testid="run-sweep">
          {say.run}
        </Button>
      }
    >
      {clustering.sweep === null ? null : <p>{say.stopped.text}</p>}
    </Alert>
  );
};

const Brought = ({ state, commands, words }: ScreenProps) => {
  const { brought, assigned, model, params, report } = state.clustering;
  if (brought === null || (!assigned && isBrought(brought, model))) return null;
  if (assigned)
    return (
      <Alert
        kind="info"
        title={words.clustering.assigned.title(brought.from)}
        testid="assigned"
        actions={
          params === null ? null : (
            <Button onClick={() => commands.sweep(params)} testid="cluster-anew">
              {words.clustering.assigned.anew}
            </Button>
          )
        }
      >
        {report?.fit == null ? null : <p>{words.clustering.assigned.text(report.fit.shareBeyond)}</p>}
      </Alert>
    );
  const say = words.clustering.brought;
  return (
    <Alert
      kind="info"
      title={say.title(brought.from, brought.model.centroids.length)}
      testid="model-at-hand"
      actions={
        <>
          <Button disabled={state.busy !== null} onClick={commands.assign} testid="assign">
            {say.assign}
          </Button>
          {report !== null || params === null ? null : (
            <Button disabled={state.busy !== null} onClick={() => commands.sweep(params)} testid="cluster-anew">
              {words.clustering.assigned.anew}
            </Button>
          )}
        </>
      }
    >
      <p>{say.text}</p>
    </Alert>
  );
};
