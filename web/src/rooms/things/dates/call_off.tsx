/** A date that does not take place, with or without a reason; of a series also all that follow. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field, Tick } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import type { DateItem } from "./wanted.ts";
import { when } from "./words.ts";

export function CallOff({ room, item, onClose }: { room: Room; item: DateItem; onClose: () => void }): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const [reason, setReason] = useState("");
  const [rest, setRest] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await act("room.cancel_date", { item: item.id, reason, ...(rest ? { rest } : {}) })) onClose();
  };
  return (
    <Dialog title={t("date-call-off")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <p>{when(item.body.at ?? 0, me)}</p>
        <Field
          label={t("date-reason")} help={t("date-reason-help")} maxLength={500} dir="auto" value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        {item.body.series != null && <Tick name="rest" label={t("date-rest")} checked={rest} onTick={setRest} />}
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>{busy ? t("one-moment") : t("date-call-off")}</button>
          <button type="button" class="quiet" onClick={onClose}>{t("date-keep")}</button>
        </p>
      </form>
    </Dialog>
  );
}
