import type { Effort, Method } from "../../engine/protocol";
import { plain, sentence } from "../sentence";
import { count, f } from "./format";

/** What is clustered and how: the settings of the Clusters screen. */
const clusteringMethods: Record<Method, string> = { k_means: "k-means", gaussian_mixture: "Gaussian mixture" };

export const clustering = {
  /** A cluster without a name of its own. */
  cluster: (index: number) => `Cluster ${f.number(index + 1)}`,
  headline: (of: { k: number; name: string; customers: number; share: number; value: number | null }) =>
    of.value === null
      ? sentence`${f.number(of.k)} clusters; ${plain(of.name)} has ${f.number(of.customers)} customers, ${f.percent(of.share, 0)} of all.`
      : sentence`${f.number(of.k)} clusters; ${plain(of.name)} has ${f.percent(of.share, 0)} of customers and brings ${f.percent(of.value, 0)} of revenue.`,
  trying: (from: number, to: number) => sentence`Trying ${f.number(from)} to ${f.number(to)} clusters`,
  progress: (done: number, units: number) => `${f.number(done)} of ${count(units, "unit")} of work`,
  basis: (of: { method: Method; features: readonly string[]; customers: number; explained: number }) =>
    `${clusteringMethods[of.method]} on ${f.list(of.features)} of ${count(of.customers, "customer")}; the clusters account for ${f.percent(of.explained, 0)} of the sum of squares.`,
  dropped: (customers: number) => `${count(customers, "customer")} left out for lack of a value.`,
  stopped: {
    title: "The sweep was stopped",
    text: "Numbers of clusters that were finished are shown. Run it again for the rest.",
  },
  filled: (name: string, customers: number) => `${name}: the median stands in for ${count(customers, "missing value")}`,
  join: " · ",
  mixtureNote:
    "The measures by number of clusters are those of k-means; the Gaussian mixture is fitted for the number chosen.",
  run: "Run again",
  brought: {
    title: (from: string, k: number) => `A model of ${count(k, "cluster")} from ${from} is ready`,
    text: "These customers can be assigned to its clusters: same features, same measure, nearest centroid.",
    assign: "Assign these customers to it",
  },
  assigned: {
    title: (from: string) => `Assigned by the model from ${from}`,
    text: (share: number) =>
      `${f.percent(share, 0)} of these customers lie further from their centroid than 95% of those the model was made on. Where that is much more than 5%, the model no longer fits.`,
    anew: "Cluster these customers without the model",
  },
  modelReady: (from: string) => `The model from ${from} is ready. Drop the file whose customers are to be assigned.`,
  start: "Cluster the customers",
  lacking: {
    title: "No clusters yet",
    text: "Customers are compared by a few figures, such as recency, orders and amount; those who are alike form a cluster. From 2 to 15 clusters are tried, and each number is judged.",
  },
  noFigures: {
    title: "Nothing to compare the customers by",
    text: "Clusters need at least two customers and a numeric column in which they differ. Under Data a column can be taken for figures; or add the file of their orders.",
  },
  settings: "Settings",
  features: {
    name: "Features",
    value: (names: readonly string[]) => (names.length <= 4 ? f.list(names) : `${f.number(names.length)} features`),
    title: "Features to compare customers by",
    intro:
      "Skewed figures, a few very large values among many small ones, are told apart better after ln(1 + x). Without scaling, the feature with the largest figures decides alone.",
    columns: {
      feature: "Feature",
      spread: "Lowest · median · highest",
      missing: "Missing",
      transform: "Transform",
      scaling: "Scaling",
    },
    transformOf: (name: string) => `Transform of ${name}`,
    scalingOf: (name: string) => `Scaling of ${name}`,
    spread: (min: string, median: string, max: string) => `${min} · ${median} · ${max}`,
    none: "Choose at least one feature.",
    cancel: "Cancel",
    apply: "Cluster by these",
  },
  missing: { name: "Missing values" },
  cap: {
    name: "Outliers",
    off: "as they are",
    value: (low: number, high: number) => `capped at ${f.percent(low, 1)} and ${f.percent(high, 1)}`,
    label: "Cap each feature at its quantiles",
    low: "Lower",
    high: "Upper",
    wrong: "A percentage between 0 and 100, the lower below the upper.",
    how: "Values below the lower or above the upper quantile are set to it before transform and scaling. Raw means and medians stay as in the file.",
    told: (name: string, low: number, high: number) => `${name}: ${f.number(low)} raised, ${f.number(high)} lowered`,
  },
  search: {
    name: "Search",
    options: { default: "restarts", thorough: "thorough" } satisfies Record<Effort, string>,
    hints: {
      default: "Each number of clusters is tried from several starts; the best is kept.",
      thorough: "Beyond restarts: good solutions are changed on purpose and improved again. Takes longer.",
    } satisfies Record<Effort, string>,
    value: (effort: Effort, starts: number, seed: number) =>
      `${effort === "default" ? count(starts, "start") : `thorough, ${count(starts, "start")}`} · seed ${seed}`,
    starts: "Starts per number of clusters",
    startsWrong: "A whole number from 1 to 100.",
    seed: "Seed",
    seedWrong: "A whole number from 0 to 4,294,967,295.",
    how: "The same file, settings and seed give the same clusters on every machine.",
  },
  method: {
    name: "Method",
    options: clusteringMethods,
  },
  unscaled: (names: readonly string[]) =>
    `${f.list(names)} ${names.length === 1 ? "is" : "are"} not scaled: the feature with the largest figures decides.`,
  exportCustomers: (customers: number) => `Save ${count(customers, "customer")} as CSV`,
  saveModel: "Save model",
  saveModelNote: "Features, measure and centroids as JSON; drop it here with other customers to assign them.",
};
