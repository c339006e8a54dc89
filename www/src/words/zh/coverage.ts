import type { Words } from "..";
import { sentence } from "../sentence";
import { f } from "./format";

export const coverage: Words["coverage"] = {
  parts: { label: "内容", gaps: "覆盖缺口", plan: "拜访计划与负责人", effort: "资源测算", market: "市场对照" },
  score: "评分分级",
  headline: (whole) =>
    whole.rate === null || whole.covered === null
      ? sentence`应覆盖客户 ${f.number(whole.customers)} 个`
      : sentence`应覆盖 ${f.number(whole.customers)} 个客户，已覆盖 ${f.number(whole.covered)} 个，覆盖率 ${f.percent(whole.rate)}`,
  basis: ({ params }) => (params.period === null ? "" : `${f.day(params.period.from)} 至 ${f.day(params.period.to)}`),
  calls: {
    columns: ["期间潜力", "期间销售额", "已触达次数", "计划次数", "最近一次触达", "状态"],
    which: { uncovered: "未覆盖", never: "从未触达", due: "应访", overdue: "逾期", over_served: "超频拜访" },
  },
  statuses: ["无计划", "从未触达", "正常", "应访", "逾期"],
};
