import type { ThemeName } from "../../../charts";
import type { ProfileReport } from "../../../engine/protocol";
import type { Colour } from "../../../ui";
import type { Words } from "../../../words";
import type { SegmentTold } from "../../tell/profile";

/** What every part that shows the segments of a profile is made from. */
export interface ProfileView {
  readonly report: ProfileReport;
  /** One per segment of the report, and so the colours. */
  readonly told: readonly SegmentTold[];
  readonly colours: readonly Colour[];
  readonly words: Words;
  readonly theme: ThemeName;
}
