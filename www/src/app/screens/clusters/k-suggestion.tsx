import type { SweepReport } from "../../../engine/protocol";
import { Button, Method } from "../../../ui";
import type { Words } from "../../../words";
import { reasonsOf } from "../../sweep";
import type { KProps } from "./k-props";

/** The suggested number with its reasons, and how to take it. */
export const SuggestionLine = ({ sweep, chosen, words, onChoose }: Omit<KProps, "range" | "theme">) => {
  const say = words.clusters.suggestion;
  const { suggestion } = sweep;
  if (suggestion === null) return <p class="note k-suggestion">{say.waiting}</p>;
  const { own, others } = reasonsOf(suggestion);
  return (
    <div class="k-suggestion" data-testid="suggestion">
      <p>
        <b>{say.title(suggestion.k)}</b>
        <Method label={`${say.title(suggestion.k)}: ${words.shell.how}`}>
          <p>{words.clusters.how.suggestion}</p>
        </Method>
      </p>
      <p class="note">{say.text(own, others)}</p>
      {chosen === null || chosen === suggestion.k ? null : (
        <p class="note">
          {say.chosen(chosen)}{" "}
          <Button kind="quiet" testid="take-suggested" onClick={() => onChoose(suggestion.k)}>
            {say.take(suggestion.k)}
          </Button>
        </p>
      )}
    </div>
  );
};

/** What each measure is. */
export const Measures = ({ sweep, words }: { readonly sweep: SweepReport; readonly words: Words }) => {
  const { how, curve } = words.clusters;
  const { full } = curve.table;
  const named = [
    "inertia",
    "drop",
    "silhouette",
    "calinskiHarabasz",
    "daviesBouldin",
    "gap",
    "stability",
    "hits",
  ] as const;
  return (
    <dl class="k-how">
      {named.map((name) => (
        <div key={name}>
          <dt>{full[name]}</dt>
          <dd>{how[name]}</dd>
        </div>
      ))}
      {sweep.resamples > 0 && sweep.references > 0 ? <dd>{words.clusters.curve.table.drawn(sweep)}</dd> : null}
    </dl>
  );
};
