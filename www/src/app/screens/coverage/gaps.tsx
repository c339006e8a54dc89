import type { CoverageView } from "./view";

export const GapsPart = ({ words }: CoverageView) => <p>{words.coverage.parts.gaps}</p>;
