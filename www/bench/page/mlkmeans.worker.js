import { kmeans } from "ml-kmeans";

/**
 * Its tolerance is on the squared distance that each centroid moves: given what scikit-learn lets all of them move
 * together, it may stop earlier. It has no starts: the best of as many runs is taken.
 */
self.onmessage = ({ data: { values, job } }) => {
  const { n, d, k, starts, seed } = job;
  const rows = Array.from({ length: n }, (_, row) => Array.from(values.subarray(row * d, (row + 1) * d)));
  const tolerance = job.tolerance * meanVariance(values, n, d);
  const start = performance.now();
  let best = { inertia: Number.POSITIVE_INFINITY };
  for (let number = 0; number < starts; number++) {
    const run = kmeans(rows, k, {
      initialization: "kmeans++",
      maxIterations: 300,
      tolerance,
      seed: 100 * seed + number,
    });
    const inertia = starts === 1 ? 0 : total(rows, run);
    if (inertia < best.inertia) best = { inertia, labels: run.clusters };
  }
  self.postMessage({ seconds: (performance.now() - start) / 1000, labels: best.labels });
};

function total(rows, { clusters, centroids }) {
  let sum = 0;
  rows.forEach((row, at) => {
    const centroid = centroids[clusters[at]];
    for (let j = 0; j < row.length; j++) sum += (row[j] - centroid[j]) ** 2;
  });
  return sum;
}

function meanVariance(values, n, d) {
  const [sums, squares] = [new Float64Array(d), new Float64Array(d)];
  values.forEach((value, at) => {
    sums[at % d] += value;
    squares[at % d] += value * value;
  });
  return sums.reduce((mean, sum, j) => mean + (squares[j] / n - (sum / n) ** 2) / d, 0);
}
