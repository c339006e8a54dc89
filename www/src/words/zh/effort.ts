import type { Words } from "..";

export const effort: Words["effort"] = { title: "资源测算" };
