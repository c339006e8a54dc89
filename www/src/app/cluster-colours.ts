import { segmentTokens } from "../ui/segment";

/** Tokens in an order in which the first few, which are the usual number, differ in hue as well as in lightness. */
const ORDER = [2, 9, 4, 7, 1, 11, 12, 5, 13, 8, 15, 10, 14, 3, 6] as const;

/** The token of a cluster's colour by its index: clusters are numbered in a fixed order, so a rerun keeps its colours. */
export const colourOf = (cluster: number): number => ORDER[cluster % segmentTokens] ?? 1;
