import { useEffect, useRef } from "preact/hooks";

/** What a key does, by the name the browser gives it; letters are small. */
export type Keys = Readonly<Record<string, () => void>>;

/** Elements that have a use for keys of their own. */
const OWN_USE = "input, select, textarea, [popover], dialog, [data-keys='own']";
const PRESSABLE = "button, a[href], summary";

/** Listens while the focus is in the content of the page or nowhere. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target;
      if (!(at instanceof Element) || (at !== document.body && at.closest("main") === null)) return;
      const isToggle = at instanceof HTMLInputElement && at.type === "checkbox";
      if (at.closest(OWN_USE) !== null && !(isToggle && event.key !== " ")) return;
      if (event.key === " " && at.closest(PRESSABLE) !== null) return;
      const act = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
