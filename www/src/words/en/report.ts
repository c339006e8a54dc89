/** The screen Report. */
export const report = {
  title: "Report",
};
