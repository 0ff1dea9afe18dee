/** What several ways in ask for: the code of the second step, and whether this is one's own device. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Field, Tick } from "../ui/field.tsx";

export function StayTick({ stay, onTick }: { stay: boolean; onTick: (stay: boolean) => void }): JSX.Element {
  return <Tick label={t("stay-signed-in")} help={t("stay-help")} name="stay" checked={stay} onTick={onTick} />;
}

/** Six digits from the app; or a recovery code, which is taken in the same place. */
export function CodeField({ code, onCode }: { code: string; onCode: (code: string) => void }): JSX.Element {
  const [recovery, setRecovery] = useState(false);
  const other = (): void => {
    setRecovery(!recovery);
    onCode("");
  };
  return (
    <div class="code-field">
      <Field
        key={String(recovery)} label={t(recovery ? "recovery-code" : "code")} name="code" required value={code}
        help={t(recovery ? "recovery-code-help" : "code-help")} autocapitalize="none" spellcheck={false}
        autocomplete={recovery ? "off" : "one-time-code"} inputMode={recovery ? "text" : "numeric"}
        onInput={(event) => onCode(event.currentTarget.value)}
      />
      <button type="button" class="quiet" onClick={other}>
        {t(recovery ? "code-from-app" : "use-recovery-code")}
      </button>
    </div>
  );
}
