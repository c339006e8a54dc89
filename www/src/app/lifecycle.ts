import type { LifecycleParams, LifecycleReport } from "../engine/protocol";

/** Where customers stand between their first order and being lost. */
export interface Lifecycle {
  readonly params: LifecycleParams;
  /** Null until it was computed, and again when the customers changed. */
  readonly report: LifecycleReport | null;
}

export const defaultLifecycle: LifecycleParams = { newness: null, warning: null, loss: null, ownGap: null };

export const emptyLifecycle: Lifecycle = { params: defaultLifecycle, report: null };
