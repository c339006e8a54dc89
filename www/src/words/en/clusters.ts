import type { Band, Vote } from "../../engine/protocol";
import { count, f } from "./format";

/** How far two segmentations put the same customers together. */
export type Agreement = "none" | "little" | "partly" | "largely" | "same";

const votes: Record<Vote, string> = {
  knee: "the knee of the inertia",
  silhouette: "silhouette",
  calinski_harabasz: "Calinski-Harabasz",
  davies_bouldin: "Davies-Bouldin",
  gap: "the gap statistic",
  stability: "stability",
};

const groups = (n: number): string => count(n, "cluster");
const two = (value: number): string => f.fixed(value, 2);

/** What a clustering looks like: the choice of k, and the clusters themselves. */
export const clusters = {
  chart: { showTable: "Table", showChart: "Chart" },
  how: {
    inertia:
      "Sum of the squared distances of all customers to the centroid of their cluster. It falls with every further cluster, so it is not the lowest that counts but the knee, from where on more clusters bring little.",
    drop: "By how much the inertia is lower than with one cluster fewer.",
    silhouette:
      "Per customer (b - a) / max(a, b): a is the mean distance to the others of its cluster, b the least mean distance to another. 1 is well apart, 0 on the border, below 0 nearer to another cluster. Exact up to 6,000 customers, else from a sample of 6,000 with a fixed seed.",
    calinskiHarabasz:
      "How far the centroids lie apart over how far customers scatter around them, both per degree of freedom. Larger is better; the level depends on the data.",
    daviesBouldin:
      "Mean over clusters of the likeness to the nearest other one: their scatter over the distance of their centroids. Smaller is better.",
    gap: "How much lower the logarithm of the inertia is than on random customers spread evenly over the same range. The first k that is not below the next less its standard error is taken. Bars: one standard error.",
    stability:
      "Customers are drawn anew with replacement and clustered again; per cluster the mean Jaccard similarity to its nearest counterpart. Below .60 unstable, up to .75 doubtful, up to .85 stable, above that highly stable (Hennig 2007).",
    hits: "Starts that ended within a millionth of the lowest inertia. Few hits mean that a lower one may have been missed: raise the starts or choose thorough.",
    suggestion:
      "Knee, silhouette, CH, DB and gap have one vote each. A number all of whose clusters are stable has one more, one with an unstable cluster one less; of equal ones the smallest is taken. It is a suggestion with reasons, not a verdict: what you want to do with the clusters counts as well.",
    projection:
      "Principal components: the two directions along which the scaled features vary most. What lies apart here is apart; what lies together may still differ in a direction not shown.",
    standardised:
      "Colour: mean of the cluster less the mean of all, in standard deviations of all customers. Number: the mean in the feature's own unit.",
    sizes:
      "Value is the net amount of the cluster's customers. Clusters are numbered by the mean of M where it is used, else of the first feature, highest first, so that a rerun keeps numbers and colours.",
    rand: "Adjusted Rand index: of all pairs of customers, how far both segmentations agree to keep them together or apart, less what chance alone would give. 0 is chance, 1 the same groups; from .65 on agreement is good, from .90 on excellent (Steinley 2004).",
  },
  curve: {
    title: "Number of clusters",
    note: "Click a number, or use the arrow keys, to choose it",
    axis: "Clusters (k)",
    panels: {
      inertia: "Inertia",
      silhouette: "Silhouette, larger is better",
      calinskiHarabasz: "Calinski-Harabasz, larger is better",
      daviesBouldin: "Davies-Bouldin, smaller is better",
      gap: "Gap, with standard error",
      stability: "Least stable cluster, unstable below .60",
    },
    knee: "knee",
    suggested: "suggested",
    chosen: "chosen",
    both: "suggested, chosen",
    pending: "not computed yet",
    clusters: groups,
    point: {
      inertia: (value: string, drop: string | null) =>
        `Inertia ${value}${drop === null ? "" : `, ${drop} less than with one fewer`}`,
      silhouette: (value: number) => `Silhouette ${f.fixed(value, 3)}`,
      calinskiHarabasz: (value: string) => `Calinski-Harabasz ${value}`,
      daviesBouldin: (value: number) => `Davies-Bouldin ${f.fixed(value, 3)}`,
      gap: (value: number, error: number | null) =>
        `Gap ${f.fixed(value, 3)}${error === null ? "" : ` ± ${f.fixed(error, 3)}`}`,
      stability: (value: number, band: string) => `Least stable cluster ${two(value)}, ${band}`,
      hits: (hits: number) => `${count(hits, "start")} found it`,
    },
    description: (from: number, to: number, suggested: number | null) =>
      `Measures of clusterings with ${f.number(from)} to ${f.number(to)} clusters.${suggested === null ? "" : ` Suggested: ${f.number(suggested)}.`}`,
    table: {
      title: "Measures by number of clusters",
      columns: {
        k: "k",
        inertia: "Inertia",
        drop: "Drop",
        silhouette: "Silh.",
        calinskiHarabasz: "CH",
        daviesBouldin: "DB",
        gap: "Gap",
        stability: "Stab.",
        hits: "Hits",
      },
      full: {
        k: "Number of clusters",
        inertia: "Inertia",
        drop: "Drop of inertia",
        silhouette: "Silhouette",
        calinskiHarabasz: "Calinski-Harabasz",
        daviesBouldin: "Davies-Bouldin",
        gap: "Gap statistic",
        stability: "Least stable cluster",
        hits: "Starts that found the lowest inertia",
      },
      how: "The measures",
      /** How many times chance was drawn for stability and gap. */
      drawn: (of: { resamples: number; resampleCustomers: number; references: number; referencePoints: number }) =>
        `Here: ${count(of.resamples, "resample")} of ${count(of.resampleCustomers, "customer")} and ${count(of.references, "random set")} of ${count(of.referencePoints, "customer")} per number of clusters.`,
      best: "taken by this measure",
      legend: "● taken by the measure",
      choose: (k: number) => `Choose ${groups(k)}`,
    },
  },
  suggestion: {
    votes,
    /** "Silhouette and the gap statistic speak for it; the knee of the inertia takes 5." */
    text: (own: readonly Vote[], others: readonly { readonly k: number; readonly votes: readonly Vote[] }[]) => {
      const names = (list: readonly Vote[]) => f.list(list.map((vote) => votes[vote]));
      const reason =
        own.length === 0
          ? "no measure takes it, it lies between what they take"
          : `${names(own)} ${own.length === 1 ? "speaks" : "speak"} for it`;
      const rest = others.map(
        (other) => `${names(other.votes)} ${other.votes.length === 1 ? "takes" : "take"} ${f.number(other.k)}`,
      );
      const text = [reason, ...rest].join("; ");
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
    title: (k: number) => `Suggested: ${groups(k)}`,
    waiting: "The suggestion comes when every number has been tried.",
    take: (k: number) => `Take ${f.number(k)}`,
    chosen: (k: number) => `You chose ${f.number(k)}.`,
  },
  scatter: {
    title: "Customers as points",
    shown: (shown: number, all: number) =>
      shown === all
        ? `All ${count(all, "customer")}`
        : `${f.number(shown)} of ${count(all, "customer")}, drawn at random with a fixed seed`,
    x: "Across",
    y: "Up",
    components: "principal components",
    /** Title of an axis. */
    component: (n: number, share: number) => `PC${n} (${f.percent(share, 0)} of variance)`,
    log: "log scale",
    /** What the axes mean: "To the right: higher F and M, lower R." */
    right: (higher: readonly string[], lower: readonly string[]) => `To the right: ${lean(higher, lower)}.`,
    up: (higher: readonly string[], lower: readonly string[]) => `Up: ${lean(higher, lower)}.`,
    beyond: (customers: number) =>
      ` ${count(customers, "customer")} far outside ${customers === 1 ? "is" : "are"} drawn at the edge.`,
    withUnit: (name: string, unit: string) => `${name}, ${unit}`,
    /** After how many are shown. */
    axes: (right: string, up: string, together: string) => `. ${right} ${up} ${together}`,
    together: (share: number) => `Together they carry ${f.percent(share, 0)} of the variance.`,
    point: (name: string, customers: number, share: number) =>
      `${name}\n${count(customers, "customer")}, ${f.percent(share)}`,
    description: (shown: number, all: number, k: number, x: string, y: string) =>
      `${f.number(shown)} of ${count(all, "customer")} as points, in ${groups(k)}; across: ${x}, up: ${y}.`,
  },
  heat: {
    title: "What sets the clusters apart",
    note: "mean of the cluster; below it, standard deviations from the mean of all",
    cluster: "Cluster",
    all: "All customers",
    low: "lower",
    high: "higher",
    sd: (value: number) => `${signOf(value)}${f.fixed(Math.abs(value), 1)} sd`,
    detail: {
      none: "nobody has a value",
      mean: (value: string) => `mean ${value}`,
      median: (value: string) => `median ${value}`,
      all: (value: string) => `all customers ${value}`,
      customers: (n: number) => count(n, "customer"),
    },
    hint: "Point at a cell, or walk through them with the arrow keys, for its median.",
  },
  silhouette: {
    title: "Silhouettes",
    axis: "Silhouette",
    mean: (value: number) => `mean ${two(value)}`,
    /** At the end of a line. */
    note: (mean: number | null, negative: number) => (mean === null ? "–" : `${two(mean)} · ${f.number(negative)}`),
    noteTitle: "mean · below 0",
    from: (sample: number, all: number) =>
      sample < all
        ? `from a sample of ${count(sample, "customer")} of ${f.number(all)}`
        : `of all ${count(all, "customer")}`,
    summary: (mean: number, negative: number, sample: number, from: string) =>
      `Mean ${f.fixed(mean, 3)}, ${from}: ${mean >= 0.7 ? "strong structure" : mean >= 0.5 ? "reasonable structure" : mean >= 0.25 ? "weak structure" : "no substantial structure"} (Kaufman and Rousseeuw). ${negative === 0 ? "No customer is" : `${count(negative, "customer")} (${f.percent(negative / sample)}) ${negative === 1 ? "is" : "are"}`} nearer to another cluster than to their own.`,
    point: (name: string, mean: number | null, negative: number, customers: number) =>
      `${name}\n${mean === null ? "nobody in the sample" : `mean ${f.fixed(mean, 3)}`}\n${f.number(negative)} below 0\n${count(customers, "customer")} in the cluster`,
    columns: ["Cluster", "Mean", "Below 0", "Customers"],
    description: (k: number, mean: number) => `Silhouettes of ${groups(k)}, mean ${f.fixed(mean, 3)}.`,
  },
  sizes: {
    title: "Clusters",
    note: "Select a row to see it in every chart",
    columns: {
      cluster: "Cluster",
      customers: "Customers",
      share: "Of customers",
      valueShare: "Of value",
      silhouette: "Silhouette",
      stability: "Stability",
    },
    rename: (name: string) => `Rename ${name}`,
    newName: (name: string) => `New name of ${name}`,
    bands: {
      unstable: "unstable",
      doubtful: "doubtful",
      stable: "stable",
      highly_stable: "highly stable",
    } satisfies Record<Band, string>,
    /** Many are counted, not named. */
    warning: (names: readonly string[], all: number) =>
      `${names.length > 4 ? `${f.number(names.length)} of ${groups(all)}` : f.list(names)} ${names.length === 1 ? "is" : "are"} unstable (below .60): drawn anew, these customers would group differently. Try another number of clusters, or do not build on ${names.length === 1 ? "it" : "them"}.`,
  },
  compare: {
    title: "Compared with RFM segments",
    note: "rows: RFM segments, columns: clusters; darker: larger share of the row",
    noteDark: "rows: RFM segments, columns: clusters; brighter: larger share of the row",
    corner: "Segment",
    total: "All",
    index: "Adjusted Rand index",
    scale: { chance: "0 chance", same: "1 the same" },
    agreement: {
      none: "They agree no more than chance: the two say different things about the same customers.",
      little: "They agree little: each sees something that the other does not.",
      partly: "They agree in part: some groups are the same, others are cut differently.",
      largely: "They largely agree: most customers are grouped the same way.",
      same: "They are nearly the same groups: one of the two is enough.",
    } satisfies Record<Agreement, string>,
    cell: (row: string, column: string, customers: number, share: number) =>
      `${row}, ${column}: ${count(customers, "customer")}, ${f.percent(share)} of the row`,
  },
};

/** What rounds to nothing has no sign. */
const signOf = (value: number): string => (Math.abs(value) < 0.05 ? "" : value < 0 ? "−" : "+");

/** "higher F and M, lower R". */
function lean(higher: readonly string[], lower: readonly string[]): string {
  const parts = [
    ...(higher.length > 0 ? [`higher ${f.list(higher)}`] : []),
    ...(lower.length > 0 ? [`lower ${f.list(lower)}`] : []),
  ];
  return parts.join(", ");
}
