/** The screen Personas. */
export const personas = {
  title: "Personas",
};
