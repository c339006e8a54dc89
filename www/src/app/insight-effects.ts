import type { Division, LifecycleParams } from "../engine/protocol";
import type { Commands } from "./commands";
import type { Surroundings } from "./effects";
import { sameDivision } from "./insight";
import type { Jobs } from "./jobs";
import { canDescribe, DESCRIBING } from "./steps";
import type { Store } from "./store";
import { profileFile } from "./takeaway";

type InsightCommands = Pick<
  Commands,
  "setLifecycle" | "divisions" | "movement" | "setDivision" | "exportProfile" | "editPersona"
>;

/** What describes: the commands, and `ready`, which brings a first result where its screen is in sight. */
export function insightCommands(
  store: Store,
  { perform }: Jobs,
  { engine: starting, save }: Pick<Surroundings, "engine" | "save">,
): { commands: InsightCommands; ready: () => Promise<void> } {
  const tellLifecycle = (params: LifecycleParams) =>
    perform(
      (job) => ({ type: "telling_lifecycle", job, params }),
      (engine) => engine.lifecycle(params),
      (job, report) => ({ type: "lifecycle_told", job, report }),
    );

  const describe = (wanted: Division) =>
    perform(
      (job) => ({ type: "profiling", job, division: wanted }),
      async (engine) => {
        const divisions = await engine.divisions();
        // What was described before may be gone: then the first that is there.
        const division = divisions.find((one) => sameDivision(one, wanted)) ?? divisions[0] ?? wanted;
        const profile = await engine.profile(division, [...store.state.clustering.names]);
        return { divisions, profile, personas: await engine.personas() };
      },
      (job, result) => ({ type: "profiled", job, ...result }),
    );

  return {
    commands: {
      setLifecycle: (params) => void tellLifecycle(params),
      divisions: async () => (await starting).divisions(),
      movement: async (division, earlier) =>
        (await starting).movement(division, [...store.state.clustering.names], earlier),
      setDivision: (division) => void describe(division),
      exportProfile() {
        const { lang, file, insight } = store.state;
        if (insight.profile === null) return;
        const { content, name } = profileFile(lang, file?.name ?? "", insight.profile);
        save(content, name);
        store.dispatch({ type: "saved", name });
      },
      editPersona: (edits) => store.dispatch({ type: "persona_edited", edits }),
    },
    async ready() {
      const { view, busy, overview, lifecycle, insight } = store.state;
      if (busy !== null) return;
      if (overview !== null && lifecycle.report === null && view !== "data" && view !== "learn") {
        if (view === "lifecycle" || DESCRIBING.includes(view)) if (!(await tellLifecycle(lifecycle.params))) return;
      }
      if (DESCRIBING.includes(view) && insight.profile === null && canDescribe(store.state))
        await describe(insight.division);
    },
  };
}
