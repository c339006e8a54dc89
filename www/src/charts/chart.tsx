import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Drawing, Size } from "./drawing";

type Library = typeof import("./echarts");
type Live = ReturnType<Library["draw"]>;

let library: Promise<Library> | undefined;

export function fetchLibrary(): Promise<Library> {
  library ??= import("./echarts").catch((thrown) => {
    library = undefined;
    throw thrown;
  });
  return library;
}

/**
 * Fetches what draws the charts. Called before a file is opened: from then on the page is closed to the
 * network and could not fetch it.
 */
export const preloadCharts = async (): Promise<void> => {
  await fetchLibrary();
};

const stillness = "(prefers-reduced-motion: reduce)";

/** The datum that is pointed at, and where it stands in the chart. */
interface Pointed {
  readonly index: number;
  readonly x: number;
  /** Where data have a height of their own. */
  readonly y: number | null;
  /** Whether the arrow keys led here, so that it is told aloud. */
  readonly byKey: boolean;
}

/** A chart along which one datum is chosen. */
export interface ChartChoice {
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
}

export interface ChartProps {
  /** A pure function of the size; a new one draws anew. */
  readonly draw: (size: Size) => Drawing;
  readonly height: number;
  readonly testid: string;
  /** With it, a click or an arrow key chooses: the chart is a slider. */
  readonly choice?: ChartChoice | undefined;
  /** Told what is pointed at. */
  readonly onPoint?: ((index: number | null) => void) | undefined;
}

/** Draws a chart; pointer and arrow keys show the same details of one datum. */
export function Chart({ draw, height, testid, choice, onPoint }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const live = useRef<Live | null>(null);
  const [width, setWidth] = useState(0);
  const [ready, setReady] = useState<Library | null>(null);
  const [at, setAt] = useState<Pointed | null>(null);
  const drawing = useMemo(() => (width > 0 ? draw({ width, height }) : null), [draw, width, height]);

  useEffect(() => {
    let here = true;
    // Without the library the table, one button away, says the same.
    fetchLibrary().then(
      (loaded) => here && setReady(loaded),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);

  useEffect(() => {
    if (!host.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(host.current);
    return () => {
      watch.disconnect();
      live.current?.dispose();
      live.current = null;
    };
  }, []);

  useEffect(() => {
    if (!host.current || !ready || !drawing) return;
    if (live.current) live.current.resize({ width, height });
    else live.current = ready.draw(host.current, { width, height });
    live.current.setOption({ ...drawing.option, animation: !matchMedia(stillness).matches }, { notMerge: true });
    const context = canvas.current?.getContext("2d");
    if (canvas.current && context && drawing.beneath) {
      const sharp = devicePixelRatio;
      canvas.current.width = Math.round(width * sharp);
      canvas.current.height = Math.round(height * sharp);
      context.scale(sharp, sharp);
      drawing.beneath(context);
    }
    // What is pointed at stays so where choosing it, or pointing at it, drew the chart anew.
    if (at !== null && at.index < drawing.points.length && (choice || onPoint)) mark(at.index, at.byKey);
    else setAt(null);
  }, [ready, drawing, width, height]);

  const mark = (index: number, byKey: boolean) => {
    const chart = live.current;
    if (!chart || !drawing) return;
    chart.dispatchAction({ type: "highlight", seriesIndex: drawing.pointed, dataIndex: index });
    const spot = drawing.spots?.at(index);
    const x = spot?.x ?? chart.convertToPixel({ xAxisIndex: 0 }, index + drawing.middle);
    setAt({ index, x, y: spot?.y ?? null, byKey });
  };

  const point = (index: number | null, byKey: boolean) => {
    if (!live.current || index === (at?.index ?? null)) return;
    live.current.dispatchAction({ type: "downplay" });
    if (index === null) setAt(null);
    else mark(index, byKey);
    onPoint?.(index);
  };

  const datumAt = (event: PointerEvent | MouseEvent): number | null => {
    const box = host.current?.getBoundingClientRect();
    if (!live.current || !drawing || !box) return null;
    const x = event.clientX - box.left;
    if (drawing.spots) return drawing.spots.hit(x, event.clientY - box.top);
    const index = Math.floor(live.current.convertFromPixel({ xAxisIndex: 0 }, x) - drawing.middle + 0.5);
    return index >= 0 && index < drawing.points.length ? index : null;
  };

  const follow = (event: PointerEvent) => point(datumAt(event), false);

  const choose = (event: MouseEvent) => {
    const index = datumAt(event);
    if (index !== null) choice?.onChoose(index);
  };

  const walk = (event: KeyboardEvent) => {
    const last = (drawing?.points.length ?? 0) - 1;
    if (last < 0) return;
    if (event.key === "Escape") point(null, true);
    const from = at?.index ?? choice?.chosen ?? null;
    const up = Math.min((from ?? -1) + 1, last);
    const down = Math.max((from ?? last + 1) - 1, 0);
    const upright = drawing?.spots !== undefined;
    const steps: Record<string, number> = {
      ArrowRight: up,
      ArrowLeft: down,
      ...(upright ? { ArrowDown: up, ArrowUp: down } : {}),
      ...(choice ? { ArrowUp: up, ArrowDown: down } : {}),
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    point(next, true);
    if (next !== choice?.chosen) choice?.onChoose(next);
  };

  const [title, ...details] = (at && drawing?.points[at.index]?.split("\n")) || [];
  return (
    <div class="chart">
      {drawing?.beneath ? <canvas ref={canvas} class="chart-canvas" /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it always has a role, a slider's or an image's. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label. */}
      <div
        ref={host}
        class="chart-host"
        style={{ height: `${height}px` }}
        role={choice ? "slider" : "img"}
        {...(choice ? slider(choice, drawing) : {})}
        tabIndex={0}
        aria-label={drawing?.description ?? ""}
        data-testid={testid}
        {...(choice ? { onClick: choose } : {})}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => point(null, false)}
        onKeyDown={walk}
        onBlur={() => point(null, false)}
      />
      {at === null ? null : (
        <div
          class={at.x > width / 2 ? "chart-tip chart-tip-left" : "chart-tip"}
          aria-hidden="true"
          style={{ left: `${at.x}px`, ...(at.y === null ? {} : { top: `${at.y}px` }) }}
        >
          <b>{title}</b>
          {details.map((detail) => (
            <span key={detail}>{detail}</span>
          ))}
        </div>
      )}
      <p class="visually-hidden" aria-live="polite">
        {at?.byKey && !choice ? [title, ...details].join(", ") : ""}
      </p>
    </div>
  );
}

/** Roles and values of a chart along which one datum is chosen; what is chosen is told as its value. */
const slider = ({ chosen }: ChartChoice, drawing: Drawing | null) => ({
  "aria-valuemin": 0,
  "aria-valuemax": Math.max((drawing?.points.length ?? 1) - 1, 0),
  "aria-valuenow": chosen ?? 0,
  "aria-valuetext": chosen === null ? "" : (drawing?.points[chosen]?.replaceAll("\n", ", ") ?? ""),
});
