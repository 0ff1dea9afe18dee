/** Ten codes for the day without the app. They are told this once, so the page asks whether they are kept. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Tick } from "../ui/field.tsx";
import { CopyButton } from "./copy.tsx";

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }): JSX.Element {
  const [kept, setKept] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="part-form recovery">
      <h3 tabIndex={-1} ref={heading}>
        {t("recovery-title")}
      </h3>
      <p>{t("recovery-lead")}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="row">
        <CopyButton text={codes.join("\n")} />
        <button type="button" onClick={() => window.print()}>
          {t("print")}
        </button>
      </p>
      <Tick label={t("recovery-kept")} name="kept" checked={kept} onTick={setKept} />
      <p class="row">
        <button type="button" class="main" disabled={!kept} onClick={onKept}>
          {t("ready")}
        </button>
      </p>
    </div>
  );
}
