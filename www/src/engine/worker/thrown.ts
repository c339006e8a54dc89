import type { EngineError } from "../protocol";

/**
 * What a worker tells of whatever was thrown in it.
 *
 * The engine throws plain objects with a code, panics included, so a bare trap is an allocation that failed: there the
 * engine has no memory left to say anything with.
 */
export function thrownAs(thrown: unknown): EngineError {
  if (thrown instanceof WebAssembly.RuntimeError)
    return thrown.message.includes("unreachable") ? { code: "out_of_memory" } : crashed(thrown);
  if (thrown instanceof RangeError)
    return /allocation|memory|array length/i.test(thrown.message) ? { code: "out_of_memory" } : crashed(thrown);
  if (thrown instanceof DOMException)
    return thrown.name === "NotReadableError" || thrown.name === "NotFoundError"
      ? { code: "file_changed" }
      : crashed(thrown);
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) return thrown as EngineError;
  return crashed(thrown);
}

function crashed(thrown: unknown): EngineError {
  return {
    code: "engine_crashed",
    detail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  };
}
