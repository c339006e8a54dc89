import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Taught } from "./use-lesson";

/** Steps per second. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4];

export interface Player {
  /** From 0. */
  readonly at: number;
  readonly last: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly setSpeed: (speed: number) => void;
  readonly toStep: (at: number) => void;
  /** Plays, from the seeds where the end is reached; or pauses. */
  readonly toggle: () => void;
}

interface Shown {
  readonly taught: Taught | null;
  readonly at: number;
}

const lastOf = (taught: Taught | null): number => (taught?.lesson.report.steps.length ?? 1) - 1;

/** Where another lesson is looked at first: at its end, if the end of one from the same start was in sight. */
export function firstLook({ taught: before, at }: Shown, now: Taught | null): number {
  if (before === null || now === null || at < lastOf(before)) return 0;
  const startOf = ({ params }: Taught) => JSON.stringify([params.data, params.start, params.seed]);
  return startOf(before) === startOf(now) ? lastOf(now) : 0;
}

/** The step in sight, and what moves it. */
export function usePlayer(taught: Taught | null): Player {
  const [shown, setShown] = useState<Shown>({ taught, at: 0 });
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const last = lastOf(taught);
  const at = shown.taught === taught ? shown.at : firstLook(shown, taught);
  const seen = useRef(at);
  seen.current = at;
  // A step may have been taken since the lesson was drawn.
  useEffect(() => setShown((now) => (now.taught === taught ? now : { taught, at: seen.current })), [taught]);

  // Before anything is drawn: a step after "paused" can be read would be one too many.
  useLayoutEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const next = Math.min(seen.current + 1, last);
      setShown({ taught, at: next });
      if (next === last) setPlaying(false);
    }, 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed, last, taught]);

  return {
    at,
    last,
    playing,
    speed,
    setSpeed,
    toStep(to) {
      setPlaying(false);
      setShown({ taught, at: Math.max(0, Math.min(to, last)) });
    },
    toggle() {
      if (!playing && at === last) setShown({ taught, at: 0 });
      setPlaying(!playing);
    },
  };
}
