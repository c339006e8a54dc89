/** What target and plan would take, and where the same effort would bring more. */
export const effort = { title: "What if" };
