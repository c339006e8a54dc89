/** The screen Lifecycle. */
export const lifecycle = {
  title: "Lifecycle",
};
