import type { ComponentChildren } from "preact";
import { Button, Section } from "../../../ui";
import { ProjectList } from "../../project-list";
import type { ScreenProps } from "../../screen";

/** What else can be taken away: customers, settings. */
export const TakeAway = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const say = words.report.screen.files;
  const busy = state.busy !== null;
  return (
    <Section title={say.title}>
      <ul class="report-files">
        {state.rfm !== null || state.clustering.report === null ? null : (
          <Row title={say.customers.title} text={say.clustered}>
            <Button testid="export-clusters" disabled={busy} onClick={commands.exportClusters}>
              {say.customers.button}
            </Button>
          </Row>
        )}
        {state.rfm === null ? null : (
          <Row title={say.customers.title} text={say.customers.text}>
            <Button testid="export-customers" disabled={busy} onClick={commands.exportCustomers}>
              {say.customers.button}
            </Button>
          </Row>
        )}
        <Row title={say.workbook.title} text={say.workbook.text}>
          <Button testid="save-workbook" disabled={busy} onClick={commands.saveWorkbook}>
            {say.workbook.button}
          </Button>
        </Row>
        <Row title={say.settings.title} text={say.settings.text}>
          <Button testid="save-settings" disabled={busy} onClick={commands.saveRecipe}>
            {words.imports.save}
          </Button>
        </Row>
        <Row title={words.report.projects.keep} text={words.report.projects.keepText}>
          <Button testid="keep-project" disabled={busy} onClick={commands.keepProject}>
            {state.projects.some(({ name }) => name === state.file?.name)
              ? words.report.projects.again
              : words.report.projects.keep}
          </Button>
        </Row>
        <Row title={say.pictures.title} text={say.pictures.text} />
      </ul>
      {state.projects.length === 0 ? null : (
        <>
          <h3>{words.report.projects.title}</h3>
          <ProjectList {...props} />
        </>
      )}
    </Section>
  );
};

const Row = (props: { readonly title: string; readonly text: string; readonly children?: ComponentChildren }) => (
  <li>
    <b>{props.title}</b>
    <span class="note">{props.text}</span>
    {props.children}
  </li>
);
