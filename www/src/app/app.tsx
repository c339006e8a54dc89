import { useEffect, useMemo, useRef } from "preact/hooks";
import { type Pictures, PicturesContext } from "../charts";
import { Button, Dialog } from "../ui";
import { announcement } from "./announce";
import { Bar } from "./bar";
import { Boundary } from "./boundary";
import { Problem } from "./problem";
import { Rail } from "./rail";
import type { ScreenProps } from "./screen";
import { Clusters } from "./screens/clusters";
import { Coverage } from "./screens/coverage";
import { Data } from "./screens/data";
import { Learn } from "./screens/learn";
import { Lifecycle } from "./screens/lifecycle";
import { Overview } from "./screens/overview";
import { Personas } from "./screens/personas";
import { Profiles } from "./screens/profiles";
import { Report } from "./screens/report";
import { Rfm } from "./screens/rfm";
import { nameOf } from "./sentences";
import type { View } from "./state";
import { Working } from "./working";

const screens: Record<View, (props: ScreenProps) => preact.JSX.Element> = {
  data: Data,
  overview: Overview,
  rfm: Rfm,
  lifecycle: Lifecycle,
  clusters: Clusters,
  profiles: Profiles,
  personas: Personas,
  coverage: Coverage,
  report: Report,
  learn: Learn,
};

export const App = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(state.view);
  useEffect(() => {
    if (shown.current === state.view) return;
    shown.current = state.view;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [state.view]);

  const name = nameOf(words, state.file);
  const asOf = state.overview?.asOf ?? null;
  const pictures = useMemo<Pictures>(
    () => ({
      words: words.report.picture,
      source: words.report.picture.source(name, asOf),
      save: commands.savePicture,
    }),
    [words, name, asOf, commands],
  );

  const Screen = screens[state.view];
  // The Data screen shows opening and reading in their own place.
  const inPlace = state.view === "data" && (state.head === null || state.busy?.task === "read");
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {words.shell.skip}
      </button>
      <Bar {...props} />
      <Rail {...props} />
      <main id="main" ref={main} tabIndex={-1}>
        <Problem {...props} />
        <Boundary key={state.view} words={words}>
          <PicturesContext.Provider value={pictures}>
            <Screen {...props} />
          </PicturesContext.Provider>
        </Boundary>
      </main>
      {state.busy !== null && !inPlace ? (
        <div class="working-dock">
          <Working {...props} />
        </div>
      ) : null}
      <Dialog
        open={state.reloadFor !== null}
        title={words.shell.reload.title}
        onClose={() => commands.answerReload(false)}
        testid="reload-dialog"
        actions={
          <>
            <Button onClick={() => commands.answerReload(false)}>{words.shell.cancel}</Button>
            <Button kind="primary" onClick={() => commands.answerReload(true)} testid="reload">
              {words.shell.reload.yes}
            </Button>
          </>
        }
      >
        <p>{words.shell.reload.text}</p>
      </Dialog>
      <Dialog
        open={state.dropped !== null}
        title={words.shell.dropped.title(state.dropped?.length ?? 0)}
        onClose={() => commands.answerDrop(null)}
        testid="dropped-dialog"
        actions={
          <>
            <Button onClick={() => commands.answerDrop(null)}>{words.shell.cancel}</Button>
            <Button onClick={() => commands.answerDrop("replace")} testid="drop-replace">
              {words.shell.dropped.replace}
            </Button>
            <Button kind="primary" onClick={() => commands.answerDrop("add")} testid="drop-add">
              {words.shell.dropped.add}
            </Button>
          </>
        }
      >
        <p>{words.shell.dropped.text(state.dropped ?? [], nameOf(words, state.file))}</p>
      </Dialog>
      <div class="visually-hidden" role="status" data-testid="live">
        {announcement(state, words)}
      </div>
    </>
  );
};
