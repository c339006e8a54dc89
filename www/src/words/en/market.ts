/** Own sales against the market, and which segments to choose. */
export const market = { title: "Market" };
