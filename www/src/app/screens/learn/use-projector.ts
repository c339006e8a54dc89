import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** Fills the screen with an element, as far as the browser lets it; otherwise it fills the window. */
export function useProjector(): {
  readonly screen: RefObject<HTMLDivElement | null>;
  readonly projecting: boolean;
  readonly toggle: () => void;
  readonly leave: () => void;
} {
  const screen = useRef<HTMLDivElement>(null);
  const [projecting, setProjecting] = useState(false);
  useEffect(() => {
    // Escape leaves the full screen without asking the page.
    const left = () => {
      if (document.fullscreenElement === null) setProjecting(false);
    };
    document.addEventListener("fullscreenchange", left);
    return () => document.removeEventListener("fullscreenchange", left);
  }, []);
  const leave = () => {
    setProjecting(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  };
  return {
    screen,
    projecting,
    leave,
    toggle() {
      if (projecting) {
        leave();
        return;
      }
      setProjecting(true);
      // Refused where the browser or the frame around the page forbids it.
      screen.current?.requestFullscreen?.().catch(() => undefined);
    },
  };
}
