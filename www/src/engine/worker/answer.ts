import { expose } from "comlink";
import { thrownAs } from "./thrown";

type Methods = Record<string, (...args: never[]) => unknown>;

/** Answers calls at an endpoint; whatever a method throws is told as an `EngineError`. */
export function answer(methods: object, endpoint?: MessagePort): void {
  const guarded = Object.fromEntries(
    Object.entries(methods as Methods).map(([name, method]) => [
      name,
      async (...args: never[]) => {
        try {
          return await method(...args);
        } catch (thrown) {
          throw thrownAs(thrown);
        }
      },
    ]),
  );
  expose(guarded, endpoint);
}
