import type { Commands } from "./commands";
import type { Surroundings } from "./effects";
import { type Jobs, pageErrorOf } from "./jobs";
import { type ProjectContent, today } from "./projects";
import { recipeOf } from "./recipe";
import type { Store } from "./store";

type ProjectCommands = Pick<Commands, "listProjects" | "keepProject" | "openProject" | "eraseProject">;

/** What keeps studies on the device, where the user asks for it. */
export function projectCommands(
  store: Store,
  { perform }: Jobs,
  { shelf }: Pick<Surroundings, "shelf">,
  openFiles: () => readonly File[],
  reopen: (content: ProjectContent) => Promise<void>,
): ProjectCommands {
  /** Runs what is no job of the engine; what goes wrong is told. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      store.dispatch({ type: "refused", error: pageErrorOf(thrown) });
    }
  }
  const listed = async () => store.dispatch({ type: "projects_listed", projects: await shelf.list() });
  return {
    listProjects: () => void attempt(listed),
    keepProject() {
      const recipe = recipeOf(store.state);
      const { file } = store.state;
      if (recipe === null || file === null) return;
      const { name } = file;
      const files = [...openFiles()];
      void perform(
        (job) => ({ type: "keeping", job }),
        async () => {
          await shelf.keep(
            { name, count: files.length, size: files.reduce((sum, one) => sum + one.size, 0), day: today() },
            { files, recipe },
          );
          return shelf.list();
        },
        (job, projects) => ({ type: "kept", job, projects }),
      );
    },
    openProject: (id) =>
      void attempt(async () => {
        await reopen(await shelf.take(id));
      }),
    eraseProject: (id) =>
      void attempt(async () => {
        await shelf.erase(id);
        await listed();
      }),
  };
}
