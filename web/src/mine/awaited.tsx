/** In place of what is not read yet: a moment, or why not, and once more. */
import type { JSX } from "preact";

import { Fault, type Doing } from "../accounts/form.tsx";
import { t } from "../text/fluent.ts";

export function Awaited({ asked }: { asked: Doing & { load: () => Promise<void> } }): JSX.Element {
  return (
    <div class="part" aria-busy={asked.busy}>
      {asked.fault === null && <p class="soft">{t("one-moment")}</p>}
      <Fault words={asked.fault} />
      {asked.fault !== null && (
        <p class="row">
          <button type="button" class="main" disabled={asked.busy} onClick={() => void asked.run(asked.load)}>
            {t("try-again")}
          </button>
        </p>
      )}
    </div>
  );
}
