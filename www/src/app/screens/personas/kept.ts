/** What is kept of a text that was typed: null, back to what the data says, where nothing is left of it. */
export const kept = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());
