import { useEffect, useRef } from "preact/hooks";
import { Alert, Button, EmptyState } from "../../../ui";
import { BestUse } from "./effort-best";
import { Levers } from "./effort-levers";
import { Takes } from "./effort-takes";
import { type EffortView, withResult } from "./effort-view";
import type { CoverageView } from "./view";

/** What target and plan would take, and where the same effort would bring more. */
export const EffortPart = (props: CoverageView) => {
  const { state, commands, words, report } = props;
  const say = words.effort;
  const found = useLatest(withResult(props), state.busy === null);
  if (report.now.whole.covered === null)
    return (
      <EmptyState
        title={say.empty.title}
        testid="effort-none"
        action={
          <Button kind="primary" onClick={() => commands.go("data")} testid="to-data">
            {say.empty.action}
          </Button>
        }
      >
        <p>{say.empty.text}</p>
      </EmptyState>
    );
  return (
    <div class="effort" data-testid="effort">
      {report.params.touched === "purchases" ? (
        <Alert kind="info" testid="effort-purchases">
          <p>{say.proof.purchases}</p>
        </Alert>
      ) : null}
      <Levers {...props} found={found?.found ?? null} />
      {found === null ? null : <Takes {...found} />}
      <BestUse {...props} shown={found} />
    </div>
  );
};

/** While the next result is on its way, the one before stays in sight. */
function useLatest(now: EffortView | null, settled: boolean): EffortView | null {
  const last = useRef<EffortView | null>(null);
  useEffect(() => {
    if (now !== null || settled) last.current = now;
  });
  return now ?? (settled ? null : last.current);
}
