import type { ComponentChildren } from "preact";
import { Button, Section } from "../../../ui";
import type { ScreenProps } from "../../screen";

/** What else can be taken away: customers, settings. */
export const TakeAway = ({ state, commands, words }: ScreenProps) => {
  const say = words.report.screen.files;
  const busy = state.busy !== null;
  return (
    <Section title={say.title}>
      <ul class="report-files">
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
        <Row title={say.pictures.title} text={say.pictures.text} />
      </ul>
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
