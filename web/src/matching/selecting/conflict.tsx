/** I would rather not judge this one: a tap with the class of why, and it is not there for me any more. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { DeclareConflict, ReviewedApplication } from "../../contract.ts";
import { t } from "../../text/fluent.ts";
import { REASONS, type Reason } from "./words.ts";

interface ConflictProps {
  one: ReviewedApplication;
  onGone: () => Promise<void>;
}

export function ConflictPart({ one, onGone }: ConflictProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [open, setOpen] = useState(false);
  const declare = (reason: Reason): void =>
    void run(async () => {
      const said: DeclareConflict = { reason };
      await http("POST", `/applications/${encodeURIComponent(one.id)}/conflict`, said);
      await onGone();
    });
  return (
    <section class="conflict">
      {one.maybe_conflict && <p class="hint">{t("selecting-conflict-maybe")}</p>}
      {!open && (
        <p>
          <button type="button" class="quiet flush" onClick={() => setOpen(true)}>
            {t("selecting-conflict-begin")}
          </button>
        </p>
      )}
      {open && (
        <div class="ask" role="group" aria-label={t("selecting-conflict-begin")}>
          <p>{t("selecting-conflict-lead")}</p>
          <p class="row">
            {(Object.keys(REASONS) as Reason[]).map((reason) => (
              <button key={reason} type="button" class="quiet" disabled={busy} onClick={() => declare(reason)}>
                {t(REASONS[reason])}
              </button>
            ))}
          </p>
          <p class="row">
            <button type="button" class="quiet" onClick={() => setOpen(false)}>
              {t("cancel")}
            </button>
          </p>
        </div>
      )}
      <Fault words={fault} />
    </section>
  );
}
