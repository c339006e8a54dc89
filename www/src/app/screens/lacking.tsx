import { Button, EmptyState } from "../../ui";
import type { ScreenProps } from "../screen";
import { DESCRIBING, dateOrderOpen, missingForOrders } from "../steps";

/** What a screen about customers shows while there are none: what is missing, and where to get it. */
export const Lacking = (props: ScreenProps) => (
  <>
    <h1 class="visually-hidden">{props.words.shell.views[props.state.view]}</h1>
    <Told {...props} />
  </>
);

const Told = ({ state, commands, words }: ScreenProps) => {
  const { read, file, importParams, busy } = state;
  const say = words.overview.lacking;
  const toData = (
    <Button kind="primary" onClick={() => commands.go("data")} testid="to-data">
      {say.toData}
    </Button>
  );
  // The shell shows what is being done.
  if (busy !== null) return <EmptyState title={words.shell.loading} testid="lacking-busy" />;
  if (read === null || importParams === null) {
    const told = file === null ? say.nothing : say.notRead;
    return (
      <EmptyState title={told.title} action={toData} testid="lacking-file">
        <p>{told.text}</p>
      </EmptyState>
    );
  }
  if (state.view === "clusters" && state.kind === "customers") {
    const { title, text } = words.clustering.noFigures;
    return (
      <EmptyState title={title} action={toData} testid="lacking-figures">
        <p>{text}</p>
      </EmptyState>
    );
  }
  if ((DESCRIBING.includes(state.view) || state.view === "coverage") && state.kind === "customers") {
    const { title, text } = words.profiles.noColumns;
    return (
      <EmptyState title={title} action={toData} testid="lacking-columns">
        <p>{text}</p>
      </EmptyState>
    );
  }
  const missing = missingForOrders(importParams);
  if (missing.length > 0)
    return (
      <EmptyState title={say.customers.title} action={toData} testid="lacking-orders">
        <p>{say.customers.text(missing)}</p>
      </EmptyState>
    );
  const told = dateOrderOpen(state) ? say.dateOrder : say.failed;
  return (
    <EmptyState title={told.title} action={toData} testid="lacking-result">
      <p>{told.text}</p>
    </EmptyState>
  );
};
