/** What the sealed page may do: nothing that leaves it. */
export const SEALED = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "worker-src blob:",
  "img-src data: blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");
