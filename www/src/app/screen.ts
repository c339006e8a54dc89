import type { Words } from "../words";
import type { Commands } from "./commands";
import type { State } from "./state";

/** What a screen is made from. */
export interface ScreenProps {
  readonly state: State;
  readonly commands: Commands;
  readonly words: Words;
}
