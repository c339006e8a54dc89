import type { Words } from "..";

export const report: Words["report"] = {
  title: "报告",
};
