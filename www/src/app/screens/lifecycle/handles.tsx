import { useRef } from "preact/hooks";
import type { Words } from "../../../words";
import type { Thresholds } from "../../drawings/gaps";

type Name = keyof Thresholds;
const NAMES: readonly Name[] = ["warning", "loss"];
const LEAP = 10;

/** Two handles over the plot of the gaps, one per line: moved by pointer or by keys, and taken over when let go. */
export const Handles = (props: {
  readonly value: Thresholds;
  /** Days at the right end. */
  readonly end: number;
  readonly words: Words;
  readonly onMove: (to: Thresholds) => void;
  readonly onCommit: (to: Thresholds) => void;
}) => {
  const { value, end, words, onMove, onCommit } = props;
  const say = words.lifecycle;
  const track = useRef<HTMLDivElement>(null);
  const held = useRef<Name | null>(null);

  const rangeOf = (name: Name) => (name === "warning" ? [1, value.loss] : [value.warning, end]) as [number, number];
  const move = (name: Name, days: number) => {
    const [least, most] = rangeOf(name);
    const to = Math.min(Math.max(Math.round(days), least), most);
    if (to !== value[name]) onMove({ ...value, [name]: to });
  };
  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (held.current !== null && box) move(held.current, ((event.clientX - box.left) / box.width) * end);
  };
  const press = (name: Name, event: KeyboardEvent) => {
    const [least, most] = rangeOf(name);
    const now = value[name];
    const steps: Record<string, number> = {
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      PageUp: now + LEAP,
      PageDown: now - LEAP,
      Home: least,
      End: most,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(name, to);
  };
  return (
    <div class="gap-handles" ref={track} title={say.gaps.drag}>
      {NAMES.map((name) => {
        const [least, most] = rangeOf(name);
        return (
          <div
            key={name}
            class={`gap-handle gap-handle-${name}`}
            role="slider"
            tabIndex={0}
            aria-label={say[name].name}
            aria-valuemin={least}
            aria-valuemax={most}
            aria-valuenow={value[name]}
            aria-valuetext={say.day(value[name])}
            data-testid={`handle-${name}`}
            style={{ left: `${(value[name] / end) * 100}%` }}
            onPointerDown={(event) => {
              held.current = name;
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={follow}
            onPointerUp={() => {
              held.current = null;
              onCommit(value);
            }}
            onPointerCancel={() => {
              held.current = null;
              onCommit(value);
            }}
            onKeyDown={(event) => press(name, event)}
            onKeyUp={() => onCommit(value)}
            onBlur={() => onCommit(value)}
          />
        );
      })}
    </div>
  );
};
