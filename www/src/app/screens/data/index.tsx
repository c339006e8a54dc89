import { Actions, Alert, Basis, Button, Headline } from "../../../ui";
import { tell } from "../../../words/told";
import type { ScreenProps } from "../../screen";
import { headSentence, nameOf, reportSentence } from "../../sentences";
import { canCluster, canDescribe, canFold, dateOrderOpen, missingForOrders, tooLarge } from "../../steps";
import { Working } from "../../working";
import { BroughtSettings } from "./brought";
import { Columns } from "./columns";
import { DateQuestion } from "./date-question";
import { Empty } from "./empty";
import { FileButton } from "./file-button";
import { Joins } from "./joins";
import { Notes } from "./notes";
import { Report } from "./report";
import { Roles } from "./roles";
import { Settings } from "./settings";
import { Tables } from "./tables";

/** From this estimate on the need for memory is told before reading. */
const MUCH_MEMORY = 300_000_000;

/** The first screen: what the file is taken for, which column is what, what was read and what was set aside. */
export const Data = (props: ScreenProps) => (
  <div class="screen" data-testid="data">
    {props.state.head === null ? <Empty {...props} /> : <Opened {...props} />}
  </div>
);

const Opened = (props: ScreenProps) => {
  const { state } = props;
  return (
    <>
      <Opening {...props} />
      <Notices {...props} />
      <Settings {...props} />
      <Notes {...props} />
      {state.busy?.task === "read" ? <Working {...props} /> : <Next {...props} />}
      <Tables {...props} />
      <Joins {...props} />
      <Report {...props} />
      <div class="data-columns">
        <Roles {...props} />
        <Columns {...props} />
      </div>
    </>
  );
};

/** What was found, and on what that rests. */
const Opening = ({ state, words }: ScreenProps) => {
  const { head, read, file, kind, importParams } = state;
  if (head === null || importParams === null) return null;
  const say = words.data;
  const name = nameOf(words, file);
  if (read === null)
    return (
      <header>
        <Headline say={headSentence(words, name, kind ?? "transactions", head)} />
        <Basis>
          {head.sheet === null
            ? say.head.basis(head.bytes, head.sampledRows)
            : say.head.sheetBasis(head.sheet, head.sampledRows)}
        </Basis>
      </header>
    );
  // The text of a sheet is longer than its file.
  const bytes = head.sheet === null ? read.bytes : (file?.size ?? read.bytes);
  const order =
    read.dateOrder !== null && read.dateEvidence !== null
      ? say.report.dateOrder(read.dateOrder, read.dateEvidence)
      : null;
  const decimal =
    read.decimal !== null && read.numberEvidence !== null
      ? say.report.decimal(read.decimal, read.numberEvidence)
      : null;
  return (
    <header>
      <Headline say={reportSentence(words, head, importParams, read)} />
      <Basis>
        {[say.report.basis(name, bytes, read.kept, read.rows), say.report.blank(read.blankLines), order, decimal]
          .filter((told) => told !== null)
          .join(words.terms.gap)}
      </Basis>
    </header>
  );
};

/** What must be known before going on. */
const Notices = (props: ScreenProps) => {
  const { state, words } = props;
  const { read, head, kind, importParams: params, readAgainFrom } = state;
  if (params === null || head === null) return null;
  const missing = missingForOrders(params);
  const say = words.data;
  const needs = tooLarge(state);
  const large = needs === null ? null : tell(words, needs, nameOf(words, state.file));
  return (
    <>
      <BroughtSettings {...props} />
      {read === null || read.swappedDates === 0 || read.dateEvidence === null ? null : (
        <Alert kind="beware" title={words.imports.swapped.title} testid="swapped-dates">
          <p>
            {words.imports.swapped.text(read.swappedDates, read.dateEvidence.dayFirst + read.dateEvidence.monthFirst)}
          </p>
        </Alert>
      )}
      {large === null ? null : (
        <Alert kind="beware" title={large.title} testid="too-large">
          <p>{large.text}</p>
        </Alert>
      )}
      <DateQuestion {...props} />
      {readAgainFrom === null || read === null || dateOrderOpen(state) ? null : (
        <Alert kind="info" title={say.again.title} testid="read-again">
          {read.dateOrder !== null && read.dateEvidence !== null && params.dateGuess !== readAgainFrom.dateGuess ? (
            <p>{say.again.dates(read.dateOrder, read.dateEvidence, read.dateDecider)}</p>
          ) : null}
          {params.decimalGuess && params.decimalGuess !== readAgainFrom.decimalGuess ? (
            <p>{say.again.decimal(params.decimalGuess, read.decimalDecider)}</p>
          ) : null}
        </Alert>
      )}
      {missing.length === 0 ? null : kind === "customers" ? (
        <Alert kind="info" title={say.customerFile.title} testid="customer-file">
          <p>{say.customerFile.text(missing, params.roles.includes("measure"), params.roles.includes("attribute"))}</p>
        </Alert>
      ) : (
        <Alert kind="beware" title={say.missing.title} testid="missing-roles">
          <p>{say.missing.text(missing)}</p>
        </Alert>
      )}
    </>
  );
};

/** The one thing to do next, and another file. */
const Next = ({ state, commands, words }: ScreenProps) => {
  const say = words.data.read;
  const { head, read, busy, importParams, file } = state;
  if (head === null || importParams === null) return null;
  const needsOrders = read !== null && missingForOrders(importParams).length > 0 && !canDescribe(state);
  return (
    <Actions>
      {read === null ? (
        <Button
          kind="primary"
          testid="read"
          disabled={busy !== null || tooLarge(state) !== null}
          onClick={commands.read}
        >
          {say.button}
        </Button>
      ) : canFold(state) ? (
        <>
          <Button kind="primary" testid="to-overview" onClick={() => commands.go("overview")}>
            {say.overview}
          </Button>
          <Button testid="to-rfm" onClick={() => commands.go("rfm")}>
            {say.rfm}
          </Button>
        </>
      ) : canCluster(state) ? (
        <Button kind="primary" testid="to-clusters" onClick={() => commands.go("clusters")}>
          {say.clusters}
        </Button>
      ) : canDescribe(state) ? (
        <Button kind="primary" testid="to-profiles" onClick={() => commands.go("profiles")}>
          {say.profiles}
        </Button>
      ) : null}
      <FileButton kind={needsOrders ? "primary" : "plain"} onFiles={commands.open} disabled={busy !== null}>
        {words.data.another}
      </FileButton>
      {file?.sample ? null : (
        <FileButton kind="plain" onFiles={commands.add} disabled={busy !== null} testid="add">
          {words.data.tables.add}
        </FileButton>
      )}
      {read === null ? null : (
        <Button testid="save-settings" title={words.imports.saveNote} onClick={commands.saveRecipe}>
          {words.imports.save}
        </Button>
      )}
      {read === null && head.estimatedMemory >= MUCH_MEMORY ? (
        <span class="note">{say.memory(head.estimatedMemory)}</span>
      ) : null}
    </Actions>
  );
};
