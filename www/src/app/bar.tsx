import { Button, Popover } from "../ui";
import type { ScreenProps } from "./screen";
import { nameOf } from "./sentences";

/** Name, file, privacy, language, colours. */
export const Bar = ({ state, commands, words }: ScreenProps) => {
  const { file, read, overview, requests, lang, theme } = state;
  const otherTheme = theme === "dark" ? "light" : "dark";
  return (
    <header class="bar">
      <p class="bar-name">{words.shell.name}</p>
      {file === null ? null : (
        <p class="bar-file" data-testid="file">
          {words.shell.file(nameOf(words, file), read?.rows ?? null, overview?.customers ?? read?.customers ?? null)}
        </p>
      )}
      <div class="bar-tools">
        <Popover
          class="privacy"
          label={words.shell.privacy.title}
          testid="privacy"
          button={
            <>
              <span class="privacy-dot" aria-hidden="true" />
              {requests === null ? words.shell.privacy.before : words.shell.privacy.after(requests)}
            </>
          }
        >
          <h2>{words.shell.privacy.title}</h2>
          {words.shell.privacy.how.map((text) => (
            <p key={text} class="note">
              {text}
            </p>
          ))}
        </Popover>
        <Button
          lang={lang === "zh" ? "en" : "zh-CN"}
          aria-label={words.shell.langSwitchLabel}
          class="bar-lang"
          testid="lang"
          onClick={() => commands.setLang(lang === "zh" ? "en" : "zh")}
        >
          {words.shell.langSwitch}
        </Button>
        <Button
          aria-label={words.shell.themeLabel[otherTheme]}
          testid="theme"
          onClick={() => commands.setTheme(otherTheme)}
        >
          {words.shell.theme[otherTheme]}
        </Button>
      </div>
    </header>
  );
};
