import type { Reallocation, ReallocationParams } from "../../../engine/protocol";
import { countsTouches, type Gained, gainedOf } from "../../effort";
import type { CoverageView } from "./view";

/** A result with what it was computed from. */
export interface EffortView extends CoverageView {
  readonly found: Reallocation;
  readonly params: ReallocationParams;
  /** Whether the budget counts touches. */
  readonly inTouches: boolean;
  readonly gained: Gained;
}

export function withResult(props: CoverageView): EffortView | null {
  const { reallocation: found, reallocationParams: params } = props.state.coverage;
  if (found === null || found.cells.length !== props.cells.length) return null;
  return { ...props, found, params, inTouches: countsTouches(found), gained: gainedOf(found, params) };
}
