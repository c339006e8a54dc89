import type { CoverageView } from "./view";

export const MarketPart = ({ words }: CoverageView) => <p>{words.coverage.parts.market}</p>;
