import type { TraitGroup } from "../../engine/protocol";

/** What is known of a customer beside the features: names of traits and of their groups. */
export const traits = {
  weekday: "Weekday of most orders",
  month: "Month of most orders",
  groups: {
    behaviour: "Behaviour",
    demographics: "Demographics",
    geography: "Geography",
    attitudes: "Attitudes",
    other: "Other columns",
  } satisfies Record<TraitGroup, string>,
};
