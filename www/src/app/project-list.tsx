import { useState } from "preact/hooks";
import { Button, Dialog } from "../ui";
import type { Project } from "./projects";
import type { ScreenProps } from "./screen";

/** The projects kept on this device: opened and erased. */
export const ProjectList = ({ state, commands, words }: ScreenProps) => {
  const [erasing, setErasing] = useState<Project | null>(null);
  const say = words.report.projects;
  const { projects } = state;
  if (projects.length === 0) return null;
  const close = () => setErasing(null);
  return (
    <>
      <ul class="projects" data-testid="projects">
        {projects.map((project) => (
          <li key={project.id} data-testid="project">
            <span>
              <b>{words.data.tables.name(project.name, project.count)}</b>{" "}
              <span class="note">{say.kept(project.day, project.size)}</span>
            </span>
            <Button
              testid="open-project"
              disabled={state.busy !== null}
              aria-label={say.openOf(project.name)}
              onClick={() => commands.openProject(project.id)}
            >
              {say.open}
            </Button>
            <Button testid="erase-project" aria-label={say.eraseOf(project.name)} onClick={() => setErasing(project)}>
              {say.erase}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={erasing !== null}
        title={say.eraseTitle(erasing?.name ?? "")}
        onClose={close}
        testid="erase-dialog"
        actions={
          <>
            <Button onClick={close}>{words.shell.cancel}</Button>
            <Button
              kind="primary"
              testid="erase-yes"
              onClick={() => {
                if (erasing !== null) commands.eraseProject(erasing.id);
                close();
              }}
            >
              {say.erase}
            </Button>
          </>
        }
      >
        <p>{say.eraseText}</p>
      </Dialog>
    </>
  );
};
