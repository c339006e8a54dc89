import type { Commands } from "./commands";
import { type Link, linkTo, parseLink } from "./link";
import type { State } from "./state";
import type { Store } from "./store";

const linkOf = (state: State): Link => ({
  sample: state.file?.sample ?? null,
  view: state.view,
  lang: state.lang,
});

/** Keeps the address and the state in step: a link opens a state, and the browser's back goes to the screen before. */
export function followAddress(store: Store, commands: Commands): void {
  const follow = () => {
    const { sample, view, lang } = parseLink(location.hash);
    if (lang !== null) commands.setLang(lang);
    if (view !== null) commands.go(view);
    if (sample !== null && sample !== store.state.file?.sample) commands.openSample(sample);
  };
  store.subscribe((state, before) => {
    const link = linkTo(linkOf(state));
    if (link === linkTo(linkOf(before)) || link === location.hash) return;
    if (state.view !== before.view) history.pushState(null, "", link);
    else history.replaceState(null, "", link);
  });
  addEventListener("hashchange", follow);
  follow();
}
