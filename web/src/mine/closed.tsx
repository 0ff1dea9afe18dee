/** In place of the field to write in, where nothing is added any more: why, until when it stays, and a way to keep it. */
import type { JSX } from "preact";

import type { Closing } from "../contract.ts";
import { wholeCopyOf } from "../rooms/copy.ts";
import type { Room } from "../rooms/room.ts";
import { t } from "../text/fluent.ts";
import { inYear } from "./days.ts";
import { Link } from "../ui/link.tsx";

const WHY: Record<Closing, string> = { stopped: "closed-stopped", ended: "closed-ended" };

export function Closed({ room, closing }: { room: Room; closing: Closing }): JSX.Element {
  const snapshot = room.snapshot.value;
  const until = snapshot?.purge_on ?? room.card.value.purge_on;
  const emptied = snapshot?.emptied ?? false;
  return (
    <div class="ended" role="status">
      <p>{t(WHY[closing])}</p>
      <p class="soft">{t(emptied ? "closed-emptied" : "closed-stays")}</p>
      {until && !emptied && <p class="soft">{t("closed-until", { day: inYear(until) })}</p>}
      {!emptied && (
        <a class="button quiet" href={wholeCopyOf(room)} download>
          {t("closed-take")}
        </a>
      )}
      {closing === "stopped" && (
        <Link href="/talk-with-team" class="button quiet">
          {t("want-talk")}
        </Link>
      )}
    </div>
  );
}
