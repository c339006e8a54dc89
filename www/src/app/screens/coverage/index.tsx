import { useMemo } from "preact/hooks";
import { Basis, Headline, Segmented } from "../../../ui";
import { COVERAGE_PARTS } from "../../coverage";
import { cellsOf, dimensionsOf } from "../../coverage-cells";
import { shortOf } from "../../coverage-sums";
import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";
import { EffortPart } from "./effort";
import { GapsPart } from "./gaps";
import { Issues } from "./issues";
import { MarketPart } from "./market";
import { PlanPart } from "./plan";
import { Settings } from "./settings";
import type { CoverageView } from "./view";

const parts: Record<(typeof COVERAGE_PARTS)[number], (props: CoverageView) => preact.JSX.Element> = {
  gaps: GapsPart,
  plan: PlanPart,
  effort: EffortPart,
  market: MarketPart,
};

/** The screen of coverage: who is not reached, what it costs, and what to do next. */
export const Coverage = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const { report, part } = state.coverage;
  const dimensions = useMemo(() => (report === null ? [] : dimensionsOf(words, report)), [report, words]);
  const cells = useMemo(() => cellsOf(dimensions), [dimensions]);
  if (report === null) return <Lacking {...props} />;
  const say = words.coverage;
  const Part = parts[part];
  const view: CoverageView = { ...props, report, dimensions, cells };
  return (
    <div class="screen" data-testid="coverage">
      <header>
        <Headline say={say.headline(report.now.whole, shortOf(report.now.cells))} />
        <Basis>{say.basis(report)}</Basis>
      </header>
      <Settings {...view} />
      <Issues {...view} />
      <Segmented
        label={say.parts.label}
        labelHidden
        value={part}
        testid="coverage-part"
        options={COVERAGE_PARTS.map((one) => ({ value: one, label: say.parts[one] }))}
        onChange={(one) => commands.setCoveragePart(one)}
      />
      <Part {...view} />
    </div>
  );
};
