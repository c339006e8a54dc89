import type { CoverageView } from "./view";

export const PlanPart = ({ words }: CoverageView) => <p>{words.coverage.parts.plan}</p>;
