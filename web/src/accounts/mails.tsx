/** Which mails I want besides those that have to be. */
import type { JSX } from "preact";

import { t } from "../text/fluent.ts";
import { Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { Fault, useDoing } from "./form.tsx";
import type { MyAccount } from "./my_account.ts";

export function Mails({ mine }: { mine: MyAccount }): JSX.Element | null {
  const { fault, run } = useDoing();
  const wishes = mine.mails.value;
  if (!wishes) return null;
  return (
    <Part title={t("mails-title")}>
      <Tick
        label={t("mails-unread")} help={t("mails-unread-help")} name="unread" checked={wishes.unread}
        onTick={(unread) => void run(() => mine.wishMails({ ...wishes, unread }))}
      />
      <Tick
        label={t("mails-bulletins")} help={t("mails-bulletins-help")} name="bulletins" checked={wishes.bulletins ?? true}
        onTick={(bulletins) => void run(() => mine.wishMails({ ...wishes, bulletins }))}
      />
      <Tick
        label={t("mails-dates")} help={t("mails-dates-help")} name="dates" checked={wishes.dates ?? true}
        onTick={(dates) => void run(() => mine.wishMails({ ...wishes, dates }))}
      />
      <Tick
        label={t("mails-times")} help={t("mails-times-help")} name="times" checked={wishes.times ?? true}
        onTick={(times) => void run(() => mine.wishMails({ ...wishes, times }))}
      />
      <Fault words={fault} />
    </Part>
  );
}
