import type { CoverageView } from "./view";

export const EffortPart = ({ words }: CoverageView) => <p>{words.coverage.parts.effort}</p>;
