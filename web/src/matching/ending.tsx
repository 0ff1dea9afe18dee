/** Stopping without asking anybody. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { Ask } from "../programmes/people_list.tsx";
import { t } from "../text/fluent.ts";
import type { Shared } from "./shared.ts";

export function Ending({ shared, onOver }: { shared: Shared; onOver: () => Promise<void> }): JSX.Element {
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const end = (): void =>
    void run(async () => {
      await shared.choosing.close();
      await onOver();
    });
  return (
    <section class="part">
      <Fault words={fault} />
      {asking ? (
        <Ask words={t("stop-ask")} busy={busy} yes={t("stop")} onYes={end} onNo={() => setAsking(false)} />
      ) : (
        <p>
          <button type="button" class="quiet flush danger" onClick={() => setAsking(true)}>
            {t("stop")}
          </button>
        </p>
      )}
    </section>
  );
}
