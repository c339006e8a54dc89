import { SEALED } from "./policy";

/** Counts the requests of this thread, sent or refused, from now on. Runs in the page and in workers. */
export function watchRequests(told: (count: number) => void): void {
  const seen: string[] = [];
  const refused: string[] = [];
  // Some refused requests are also listed as resources; each counts once.
  const tell = () => told(refused.length + seen.filter((url) => !refused.includes(url)).length);
  const since = performance.now();
  new PerformanceObserver((list) => {
    const sent = list.getEntries().filter((entry) => entry.startTime >= since && leavesThePage(entry.name));
    if (sent.length === 0) return;
    seen.push(...sent.map((entry) => entry.name));
    tell();
  }).observe({ type: "resource" });
  addEventListener("securitypolicyviolation", (event) => {
    const { blockedURI, originalPolicy } = event as SecurityPolicyViolationEvent;
    // The page's first policy may refuse the same request; the seal refuses every one.
    if (originalPolicy !== SEALED || !leavesThePage(blockedURI)) return;
    refused.push(blockedURI);
    tell();
  });
  tell();
}

function leavesThePage(url: string): boolean {
  return /^(https?|wss?):/i.test(url);
}
