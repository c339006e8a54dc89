import { Alert } from "../../../ui";
import type { CoverageView } from "./view";

/** What was noticed about the inputs, with counts and first examples; nothing is lost without a word. */
export const Issues = ({ report, words }: CoverageView) => {
  if (report.issues.length === 0) return null;
  const say = words.coverage.issues;
  return (
    <Alert kind="beware" title={say.title} testid="coverage-issues">
      <ul class="coverage-issues">
        {report.issues.map(({ code, count, examples }) => (
          <li key={code} data-testid={`coverage-issue-${code}`}>
            {say.told[code](count)}
            {examples.length === 0 ? null : <span class="note"> {say.examples(examples, count)}</span>}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
