import type { Words } from "../../../words";

/** What a cluster is called: the user's name, or its number. */
export const nameOfCluster = (words: Words, names: readonly string[], index: number): string =>
  names[index] || words.clustering.cluster(index);

export const namesOfClusters = (words: Words, names: readonly string[], k: number): string[] =>
  Array.from({ length: k }, (_, index) => nameOfCluster(words, names, index));
