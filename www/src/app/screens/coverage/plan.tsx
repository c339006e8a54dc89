import { EmptyState, Section } from "../../../ui";
import { Owners } from "./owners";
import { Statuses } from "./statuses";
import { Tiers } from "./tiers";
import type { CoverageView } from "./view";

/** What was planned for each tier, what came of it, and who looks after whom. */
export const PlanPart = (props: CoverageView) => {
  const { report, words } = props;
  const say = words.coverage.plan;
  if (report.plan === null) {
    const told = report.now.whole.covered === null ? say.noTouches : say.noTiers;
    return (
      <Section title={say.title} testid="plan-none">
        <EmptyState title={told.title}>
          <p>{told.text}</p>
        </EmptyState>
      </Section>
    );
  }
  return (
    <>
      <Tiers {...props} plan={report.plan} />
      <Statuses {...props} plan={report.plan} />
      <Owners {...props} />
    </>
  );
};
