/** Hours of every day in which nothing that can wait reaches me. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import type { MyQuietHours } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Field } from "../ui/field.tsx";
import type { Devices } from "./devices.ts";

export function QuietHours({ devices, now }: { devices: Devices; now: MyQuietHours }): JSX.Element {
  const [wanted, setWanted] = useState(now);
  const [saved, setSaved] = useState(false);
  const { busy, fault, run } = useDoing();
  const save = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      await devices.setQuiet(wanted);
      setSaved(true);
    });
  };
  const change = (part: Partial<MyQuietHours>): void => {
    setSaved(false);
    setWanted({ ...wanted, ...part });
  };
  return (
    <form class="quiet-hours" onSubmit={save}>
      <h3>{t("my-quiet-title")}</h3>
      <p class="soft">{t("my-quiet-lead")}</p>
      <div class="quiet-hours-times">
        <Field
          label={t("my-quiet-since")} type="time" name="since" required value={wanted.since}
          onInput={(event) => change({ since: event.currentTarget.value })}
        />
        <Field
          label={t("my-quiet-until")} type="time" name="until" required value={wanted.until}
          onInput={(event) => change({ until: event.currentTarget.value })}
        />
        <button type="submit" disabled={busy}>
          {t("my-quiet-save")}
        </button>
      </div>
      <div role="status">{saved && <p class="good">{t("my-quiet-saved")}</p>}</div>
      <Fault words={fault} />
    </form>
  );
}
