import type { Words } from "..";

export const market: Words["market"] = { title: "市场对照" };
