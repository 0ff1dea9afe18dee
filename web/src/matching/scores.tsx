/** Scores of others, from a table, instead of our own. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { t } from "../text/fluent.ts";
import type { Shared } from "./shared.ts";

export function Scores({ shared }: { shared: Shared }): JSX.Element {
  const { choosing } = shared;
  const { scores } = choosing.round.value!;
  const { busy, fault, run } = useDoing();
  const [csv, setCsv] = useState("");
  const id = useId();
  const put = (table: string): void =>
    void run(async () => {
      await choosing.setScores(table);
      setCsv("");
    });
  const take = async (file: File | undefined): Promise<void> => {
    if (file) setCsv(await file.text());
  };
  return (
    <fieldset class="boxed">
      <legend>{t("scores-title")}</legend>
      {scores ? (
        <>
          <p>{t("scores-there", { pairs: scores.pairs, least: scores.least, most: scores.most })}</p>
          <Fault words={fault} />
          <p>
            <button type="button" disabled={busy} onClick={() => put("")}>
              {t("scores-remove")}
            </button>
          </p>
        </>
      ) : (
        <>
          <div class="field">
            <label for={id}>{t("scores-csv")}</label>
            <textarea id={id} name="scores" rows={4} value={csv} spellcheck={false} aria-describedby={`${id}-help`} onInput={(event) => setCsv(event.currentTarget.value)} />
            <p class="help" id={`${id}-help`}>
              {t("scores-help")}
            </p>
          </div>
          <label class="field">
            <span>{t("scores-file")}</span>
            <input type="file" accept=".csv,text/csv" onChange={(event) => void take(event.currentTarget.files?.[0])} />
          </label>
          <Fault words={fault} />
          <p>
            <button type="button" disabled={busy || csv.trim() === ""} onClick={() => put(csv)}>
              {busy ? t("one-moment") : t("scores-put")}
            </button>
          </p>
        </>
      )}
    </fieldset>
  );
}
