import { useState } from "preact/hooks";
import { Calls } from "./calls";
import { Heat } from "./heat";
import { Inputs } from "./inputs";
import { Periods } from "./periods";
import { Ranked } from "./ranked";
import type { CoverageView } from "./view";

/** Where customers are not reached, what that is worth, and whom to call first. */
export const GapsPart = (props: CoverageView) => {
  const [cell, setCell] = useState<number | null>(null);
  // A cell chosen among others may be gone.
  const chosen = cell !== null && cell < props.cells.length ? cell : null;
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
