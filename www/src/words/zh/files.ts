import type { Words } from "..";

export const files: Words["files"] = {
  columns: [
    "客户编号",
    "最近购买距今天数",
    "订单数",
    "金额",
    "退款额",
    "首次购买",
    "最近购买",
    "R 分",
    "F 分",
    "M 分",
    "加权得分",
    "分群",
    "价值层级",
  ],
  tiers: ["高", "中", "低"],
  clusterColumns: ["客户编号", "群", "群名", "到质心的距离"],
  clusters: "聚类结果",
  model: "聚类模型",
  customers: "客户分群",
  setAside: "未计入的行",
  reason: "原因",
  file: "文件",
  rows: "行数",
  onlyIn: (here, there) => `${here} 中不在 ${there} 的客户`,
};
