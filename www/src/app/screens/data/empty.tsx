import { FileUp } from "lucide";
import { useState } from "preact/hooks";
import { Alert, Basis, Button, Headline, Icon } from "../../../ui";
import { ProjectList } from "../../project-list";
import type { ScreenProps } from "../../screen";
import { SAMPLES } from "../../state";
import { Working } from "../../working";
import { FileButton } from "./file-button";

/** Nothing is open: what goes here, why it is worth it, and the one thing to do. */
export const Empty = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const say = words.data.empty;
  const [over, setOver] = useState(false);
  const busy = state.busy !== null;
  return (
    <>
      <header>
        <Headline say={say.headline} />
        <Basis>{say.basis}</Basis>
      </header>
      {state.recipe === null ? null : (
        <Alert kind="info" testid="settings-ready">
          <p>{words.imports.ready(state.recipe.file)}</p>
        </Alert>
      )}
      {state.clustering.brought === null ? null : (
        <Alert kind="info" testid="model-ready">
          <p>{words.clustering.modelReady(state.clustering.brought.from)}</p>
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is the keyboard's */}
      <div
        class={over ? "drop drop-over" : "drop"}
        data-testid="drop"
        onDragEnter={() => setOver(true)}
        onDragOver={() => setOver(true)}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={() => setOver(false)}
      >
        {busy ? (
          <Working {...props} />
        ) : (
          <>
            <Icon of={FileUp} size={28} />
            <p class="drop-title">{over ? say.dropping : say.drop}</p>
            <FileButton kind="primary" onFiles={commands.open}>
              {say.choose}
            </FileButton>
            {say.what.map((text) => (
              <p key={text} class="note">
                {text}
              </p>
            ))}
          </>
        )}
      </div>
      {state.projects.length === 0 ? null : (
        <section class="kept">
          <h2>{words.report.projects.title}</h2>
          <ProjectList {...props} />
        </section>
      )}
      <div class="empty-more">
        <section>
          <h2>{say.samples}</h2>
          <ul class="samples">
            {SAMPLES.map((sample) => (
              <li key={sample}>
                <Button disabled={busy} testid={`sample-${sample}`} onClick={() => commands.openSample(sample)}>
                  {words.data.samples[sample].name}
                </Button>
                <p>{words.data.samples[sample].what}</p>
                <p class="note">{words.data.samples[sample].source}</p>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{say.neverTitle}</h2>
          <ul class="never">
            {say.never.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
};
