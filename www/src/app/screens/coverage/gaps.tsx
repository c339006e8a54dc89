import { useState } from "preact/hooks";
import { Calls } from "./calls";
import { Heat } from "./heat";
import { Inputs } from "./inputs";
import { Periods } from "./periods";
import { Ranked } from "./ranked";
import type { CoverageView } from "./view";

/** Where customers are not reached, what that is worth, and whom to call first. */
export const GapsPart = (props: CoverageView) => {
  // By its name: with other dimensions the same place is another cell.
  const [name, setName] = useState<string | null>(null);
  const chosen = props.cells.find((cell) => cell.name === name)?.index ?? null;
  const setCell = (cell: number | null) => setName(cell === null ? null : (props.cells[cell]?.name ?? null));
  const hasTouches = props.report.now.whole.covered !== null;
  return (
    <>
      <Heat {...props} chosen={chosen} onChoose={setCell} />
      {hasTouches ? <Ranked {...props} chosen={chosen} onChoose={setCell} /> : null}
      {hasTouches ? <Periods {...props} /> : null}
      {hasTouches ? <Calls {...props} cell={chosen} onCell={setCell} /> : null}
      <Inputs {...props} />
    </>
  );
};
