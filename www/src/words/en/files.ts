import type { ClusterWords, ExportWords } from "../../engine/protocol";

/** Names and column names of the files that are saved. */
export const files = {
  columns: [
    "Customer",
    "Recency days",
    "Orders",
    "Monetary",
    "Refunded",
    "First purchase",
    "Last purchase",
    "R score",
    "F score",
    "M score",
    "Weighted score",
    "Segment",
    "Value tier",
  ] as ExportWords["columns"],
  tiers: ["High", "Middle", "Low"] as ExportWords["tiers"],
  clusterColumns: ["Customer", "Cluster", "Cluster name", "Distance to centroid"] as ClusterWords["columns"],
  clusters: "clusters",
  model: "cluster model",
  customers: "customers",
  report: "report",
  workbook: "segments",
  setAside: "rows set aside",
  reason: "Reason",
  file: "File",
  rows: "Rows",
  onlyIn: (here: string, there: string) => `${here} customers not in ${there}`,
};
