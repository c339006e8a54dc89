import type { CoverageParams, ReallocationParams } from "../engine/protocol";
import type { Commands } from "./commands";
import { withoutColumns } from "./coverage";
import type { Surroundings } from "./effects";
import type { Jobs } from "./jobs";
import { canDescribe } from "./steps";
import type { Store } from "./store";

type CoverageCommands = Pick<
  Commands,
  "setCoverage" | "setReallocation" | "setCoveragePart" | "findCalls" | "callRows"
>;

/** What tells of coverage: the commands, and `ready`, which brings a first result where its screen is in sight. */
export function coverageCommands(
  store: Store,
  { perform }: Jobs,
  { engine: starting }: Pick<Surroundings, "engine">,
): { commands: CoverageCommands; ready: () => Promise<void> } {
  const cover = (params: CoverageParams) =>
    perform(
      (job) => ({ type: "covering", job, params }),
      (engine) => engine.coverage(params, [...store.state.clustering.names]),
      (job, report) => ({ type: "covered", job, report }),
    );

  const reallocate = (params: ReallocationParams) =>
    perform(
      (job) => ({ type: "reallocating", job, params }),
      (engine) => engine.reallocate(params),
      (job, reallocation) => ({ type: "reallocated", job, reallocation }),
    );

  /** Settings that came with another file may name columns that this one does not have: then it says what it has. */
  const coverFirst = async (params: CoverageParams) => {
    if (await cover(params)) return true;
    return store.state.error?.code === "no_such_feature" && (await cover(withoutColumns(params)));
  };

  /** What the part in sight shows. */
  const show = async () => {
    const { part, report, reallocation, reallocationParams } = store.state.coverage;
    if (part === "effort" && report?.now.whole.covered != null && reallocation === null)
      await reallocate(reallocationParams);
  };

  return {
    commands: {
      async setCoverage(params) {
        if (await cover(params)) await show();
      },
      setReallocation: (params) => void reallocate(params),
      setCoveragePart(part) {
        store.dispatch({ type: "coverage_part", part });
        void show();
      },
      findCalls: async (query) => (await starting).findCalls(query),
      callRows: async (positions) => (await starting).callRows(positions),
    },
    async ready() {
      const { view, busy, coverage } = store.state;
      const isShown = view === "coverage" || view === "report";
      if (busy !== null || !isShown || !canDescribe(store.state)) return;
      if (coverage.report === null && !(await coverFirst(coverage.params))) return;
      await show();
    },
  };
}
