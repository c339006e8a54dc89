import { SEALED } from "./policy";

/**
 * The seal: once the user's file is open, nothing of the page may ask for anything.
 *
 * Policies only ever add up, so a second one can tighten the first and nothing can loosen it again. Workers made from
 * blobs take over the policies in force when they are made, so only those made after the seal are bound by it.
 */
export function seal(page: Document): void {
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEALED;
  page.head.append(policy);
}
