/** Which mails I want besides those that have to be. */
import type { JSX } from "preact";

import { t } from "../text/fluent.ts";
import { Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { Fault, useDoing } from "./form.tsx";
import type { MyAccount } from "./my_account.ts";

export function Mails({ mine }: { mine: MyAccount }): JSX.Element {
  const { fault, run } = useDoing();
  return (
    <Part title={t("mails-title")}>
      <Tick
        label={t("mails-unread")} help={t("mails-unread-help")} name="unread"
        checked={mine.mails.value?.unread ?? false}
        onTick={(unread) => void run(() => mine.wishMails({ unread }))}
      />
      <Fault words={fault} />
    </Part>
  );
}
