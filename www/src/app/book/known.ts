import type { Division, Engine, FactsMessage } from "../../engine/protocol";
import type { Words } from "../../words";
import { segmentName } from "../divisions";
import type { State } from "../state";
import { canDescribe } from "../steps";

/** A division of the customers: what its segments are called, and of each customer which one, by positions. */
export interface Divided {
  readonly division: Division;
  readonly names: readonly string[];
  /** Places among the names; their number where the customer has no segment. */
  readonly labels: Uint16Array;
}

/** What is known of every customer. */
export interface Known {
  readonly facts: FactsMessage;
  readonly divisions: readonly Divided[];
}

/** Asks for what is known of the customers; null where no customers are. */
export async function knownOf(engine: Engine, state: State, words: Words): Promise<Known | null> {
  if (!canDescribe(state)) return null;
  const divisions: Divided[] = [];
  for (const division of await engine.divisions()) {
    const { names, labels } = await engine.labels(division, state.clustering.names);
    divisions.push({ division, names: names.map((name, at) => segmentName(words, division, name, at)), labels });
  }
  return { facts: await engine.facts(), divisions };
}
