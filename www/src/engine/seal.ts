/**
 * The seal: once the user's file is open, nothing of the page may ask for anything.
 *
 * Policies only ever add up, so a second one can tighten the first and nothing can loosen it again. Workers made from
 * blobs take over the policies in force when they are made, so only those made after the seal are bound by it.
 */
export const SEALED = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "worker-src blob:",
  "img-src data: blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

export function seal(page: globalThis.Document): void {
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEALED;
  page.head.append(policy);
}
