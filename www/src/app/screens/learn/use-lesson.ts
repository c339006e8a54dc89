import { useEffect, useState } from "preact/hooks";
import type { FeatureInfo, LessonMessage, LessonParams } from "../../../engine/protocol";
import type { Commands } from "../../commands";
import { pageErrorOf } from "../../jobs";
import { lessonParams } from "../../lesson";
import type { PageError, State } from "../../state";
import { canCluster } from "../../steps";

/** A lesson and what it was asked for with. */
export interface Taught {
  readonly lesson: LessonMessage;
  readonly params: LessonParams;
}

export interface Asked {
  /** The last lesson that arrived; stays in sight until the next is there. */
  readonly taught: Taught | null;
  readonly params: LessonParams | null;
  readonly catalog: readonly FeatureInfo[];
  readonly error: PageError | null;
}

/** The lesson for the settings, asked for anew when they or the customers change. */
export function useLesson(state: State, commands: Commands): Asked {
  const { overview, read, companions, lesson: settings } = state;
  const hasCustomers = canCluster(state);
  const [catalog, setCatalog] = useState<readonly FeatureInfo[] | null>(hasCustomers ? null : []);
  const [taught, setTaught] = useState<Taught | null>(null);
  const [error, setError] = useState<PageError | null>(null);
  // Opening a file ends the worker that was asked.
  const [again, setAgain] = useState(0);

  useEffect(() => {
    if (!hasCustomers) {
      setCatalog([]);
      return;
    }
    let here = true;
    commands.features().then(
      (found) => here && setCatalog(found),
      () => here && setCatalog([]),
    );
    return () => {
      here = false;
    };
  }, [overview, read, companions, hasCustomers, commands]);

  const params = catalog === null ? null : lessonParams(settings, catalog);
  const asked = JSON.stringify(params);
  useEffect(() => {
    if (params === null) return;
    let here = true;
    commands.lesson(params).then(
      (lesson) => {
        if (!here) return;
        setTaught({ lesson, params });
        setError(null);
      },
      (thrown: unknown) => {
        if (!here) return;
        const failed = pageErrorOf(thrown);
        if (failed.code === "cancelled") setAgain((times) => times + 1);
        else setError(failed);
      },
    );
    return () => {
      here = false;
    };
  }, [asked, overview, again, commands]);

  return { taught, params, catalog: catalog ?? [], error };
}
