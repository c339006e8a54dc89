/** The screen Profiles. */
export const profiles = {
  title: "Profiles",
};
