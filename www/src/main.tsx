import { render } from "preact";
import { followAddress } from "./app/address";
import { App } from "./app/app";
import { droppedFiles, fetchSample, keep, preferredLang, preferredTheme, save } from "./app/device";
import { createCommands } from "./app/effects";
import { linkTo } from "./app/link";
import { deviceShelf } from "./app/shelf";
import { emptyState, type State } from "./app/state";
import { createStore } from "./app/store";
import { preloadCharts, stillDrawer } from "./charts";
import { startEngine } from "./engine/client";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/ui.css";
import "./styles/shell.css";
import "./styles/data.css";
import "./styles/preview.css";
import "./styles/found.css";
import "./styles/charts.css";
import "./styles/grid.css";
import "./styles/overview.css";
import "./styles/map.css";
import "./styles/rfm.css";
import "./styles/features.css";
import "./styles/clusters.css";
import "./styles/profiles.css";
import "./styles/personas.css";
import "./styles/lifecycle.css";
import "./styles/coverage.css";
import "./styles/effort.css";
import "./styles/market.css";
import "./styles/learn.css";
import "./styles/report.css";
import { wordsOf } from "./words";

const store = createStore(emptyState(preferredLang(), preferredTheme(), "data"));

const commands = createCommands(store, {
  engine: startEngine({ onRequests: (count) => store.dispatch({ type: "requests", count }) }),
  fetchLateParts: preloadCharts,
  fetchSample,
  save,
  drawer: stillDrawer,
  shelf: deviceShelf,
  reload(link) {
    location.hash = linkTo(link);
    location.reload();
  },
});

function draw(state: State): void {
  const words = wordsOf(state.lang);
  const html = document.documentElement;
  html.lang = state.lang === "zh" ? "zh-CN" : "en";
  html.dataset["theme"] = state.theme;
  document.title = words.shell.title(state.file === null ? null : words.shell.views[state.view]);
  document.querySelector("meta[name=description]")?.setAttribute("content", words.shell.description);
  const root = document.getElementById("app");
  if (root !== null) render(<App state={state} commands={commands} words={words} />, root);
}

store.subscribe((state, before) => {
  if (state.lang !== before.lang) keep({ lang: state.lang });
  if (state.theme !== before.theme) keep({ theme: state.theme });
  draw(state);
});

// A file dropped beside the drop zone must not take the page away.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", async (event) => {
  event.preventDefault();
  if (event.dataTransfer === null) return;
  const files = await droppedFiles(event.dataTransfer);
  if (files.length > 0) {
    commands.go("data");
    commands.drop(files);
  }
});

draw(store.state);
commands.listProjects();
followAddress(store, commands);
