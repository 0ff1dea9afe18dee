/** Terms to be ticked, each by its name; on a phone they stand beside each other as far as they fit. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";

import type { Term } from "../../contract.ts";
import { Worded } from "../../ui/worded.tsx";
import { CHOSEN_LIMIT, ticked } from "./profile.ts";

interface ChipsProps {
  label: string;
  help?: string;
  name: string;
  terms: readonly Term[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

export function Chips({ label, help, name, terms, chosen, onChoose }: ChipsProps): JSX.Element | null {
  const id = useId();
  if (terms.length === 0) return null;
  const full = chosen.length >= CHOSEN_LIMIT;
  return (
    <fieldset class="chips" {...(help ? { "aria-describedby": `${id}-help` } : {})}>
      <legend>{label}</legend>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div class="chips-row">
        {terms.map(({ key, names }) => (
          <label key={key} class="chip">
            <input
              type="checkbox" name={`${name}-${key}`} checked={chosen.includes(key)} disabled={full && !chosen.includes(key)}
              onChange={(event) => onChoose(ticked(chosen, key, event.currentTarget.checked))}
            />
            <Worded names={names} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
