import type { PageError } from "../app/state";
import type { Example, IssueCode, Role } from "../engine/protocol";

/** What went wrong, where, and what to do next. */
export interface Told {
  readonly title: string;
  readonly text: string;
  readonly examples?: readonly Example[];
}

type ErrorOf<Code extends PageError["code"]> = Extract<PageError, { code: Code }>;

/** One sentence per error: a new code does not compile until it has its words. */
export type ErrorWords = {
  readonly [Code in PageError["code"]]: (error: ErrorOf<Code>, file: string) => Told;
};

/** One kind of row: its name, and what it means for the figures. */
export interface IssueWords {
  readonly name: string;
  readonly text: string;
}

export type IssueTable = Readonly<Record<IssueCode | "refund", IssueWords>>;

/** What each role is for, in a few words. */
export type RoleTable = Readonly<Record<Role, string>>;

export function tell(words: { readonly errors: ErrorWords }, error: PageError, file: string): Told {
  const say = words.errors[error.code] as (error: PageError, file: string) => Told;
  return say(error, file);
}
