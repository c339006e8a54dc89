import { useEffect, useRef } from "preact/hooks";
import type { Words } from "../words";
import type { ScreenProps } from "./screen";
import type { State, View } from "./state";
import { VIEWS } from "./state";
import { canCluster, canDescribe, dateOrderOpen, missingForOrders } from "./steps";

/** The state of a step in two or three words. */
export function stepState(state: State, words: Words, view: View): string {
  const say = words.shell.states;
  const task = state.busy?.task;
  if (view === "learn") return say.lesson;
  if (view === "data") {
    if (task === "read" && state.busy !== null)
      return `${say.reading} ${words.shell.percent(state.busy.total === 0 ? 0 : state.busy.done / state.busy.total)}`;
    if (state.read !== null) return say.rows(state.read.rows);
    if (task === "head" || task === "sample") return say.running;
    if (state.head !== null) return say.notRead;
    return state.file === null || state.error === null ? say.noFile : say.failed;
  }
  if (view === "clusters" && canCluster(state)) return clustersState(state, words);
  const isDescribed = view === "profiles" || view === "personas" || view === "report";
  if (isDescribed && canDescribe(state)) return describedState(state, words);
  if (view === "coverage" && canDescribe(state)) return coveredState(state, words);
  if (state.importParams !== null && missingForOrders(state.importParams).length > 0) return say.needsOrders;
  if (state.read === null) return say.notRun;
  if (dateOrderOpen(state)) return say.needsDate;
  if (view === "clusters") return clustersState(state, words);
  if (view === "lifecycle") {
    if (task === "lifecycle") return say.running;
    if (state.lifecycle.report !== null) return say.stages(state.lifecycle.report.stages.length);
    return state.error === null ? say.notRun : say.failed;
  }
  if (view === "profiles" || view === "personas" || view === "report") return describedState(state, words);
  if (view === "overview") {
    if (task === "customers") return say.running;
    if (state.overview !== null) return say.periods[state.overview.unit](state.overview.periods.length);
  } else {
    if (task === "customers" || task === "score") return say.running;
    if (state.rfm !== null) return say.segments(state.rfm.segments.length);
  }
  return state.error === null ? say.notRun : say.failed;
}

function describedState({ insight, busy, error }: State, words: Words): string {
  const say = words.shell.states;
  if (busy?.task === "profile") return say.running;
  if (insight.profile !== null) return say.segments(insight.profile.segments.length);
  return error === null ? say.notRun : say.failed;
}

function coveredState({ coverage, busy, error }: State, words: Words): string {
  const say = words.shell.states;
  if (busy?.task === "coverage") return say.running;
  if (coverage.report === null) return error === null ? say.notRun : say.failed;
  const { rate } = coverage.report.now.whole;
  return rate === null ? say.cells(coverage.report.now.cells.length) : say.covered(rate);
}

function clustersState({ clustering, busy, error }: State, words: Words): string {
  const say = words.shell.states;
  if (busy?.task === "sweep" || busy?.task === "cluster") return say.running;
  if (clustering.report !== null) return say.clusters(clustering.report.clusters.length);
  return error === null ? say.notRun : say.failed;
}

export const Rail = ({ state, commands, words }: ScreenProps) => {
  const list = useRef<HTMLUListElement>(null);
  // On a narrow page the rail scrolls sideways: the step in sight is always in it.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>("[aria-current]")?.parentElement;
    if (here) list.current?.scrollTo({ left: here.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2 });
  }, [state.view, state.lang]);
  return (
    <nav class="rail" aria-label={words.shell.steps}>
      <ul ref={list}>
        {VIEWS.map((view) => (
          <li key={view} class={view === "learn" ? "rail-apart" : undefined}>
            <a
              href={`#view=${view}`}
              aria-current={state.view === view ? "page" : undefined}
              data-testid={`rail-${view}`}
              onClick={(event) => {
                event.preventDefault();
                commands.go(view);
              }}
            >
              <span>{words.shell.views[view]}</span>
              <span class="rail-state">{stepState(state, words, view)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
