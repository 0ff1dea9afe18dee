/** Where a date will be. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { PlaceFields, type Place } from "./place_fields.tsx";
import type { DateItem } from "./wanted.ts";
import { when } from "./words.ts";

export function PlaceForm({ room, item, onClose }: { room: Room; item: DateItem; onClose: () => void }): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const [where, setWhere] = useState<Place>({ place: item.body.place, address: item.body.address });
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await act("room.place_date", { item: item.id, ...where })) onClose();
  };
  return (
    <Dialog title={t("date-where")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <p>{when(item.body.at ?? 0, me)}</p>
        <PlaceFields where={where} onChange={setWhere} />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>{busy ? t("one-moment") : t("call-save")}</button>
      </form>
    </Dialog>
  );
}
