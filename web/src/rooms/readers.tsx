/** Who can read this room, in three lines, and the way out of it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { Member } from "../contract.ts";
import { mentorshipOf, partOf } from "../mine/programmes.ts";
import { PresenceSwitch } from "../presence/switch.tsx";
import { language, locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Dialog } from "../ui/dialog.tsx";
import type { Room } from "./room.ts";

export function Readers({ room, onClose }: { room: Room; onClose: () => void }): JSX.Element {
  const { studio } = useStudio();
  const members = membersOf(room);
  const parts = studio.programmes.parts.value;
  const organisation = worded(partOf(parts, room.id)?.organisation_names ?? {}, language.value);
  // Who is in it with one other person ends it for both.
  const endsIt = members.length <= 2 && mentorshipOf(parts, room.id) !== null;
  const compare = compareNames(locale.value);
  const sorted = [...members].sort((a, b) => compare(a.name, b.name));
  return (
    <Dialog title={t("readers")} onClose={onClose}>
      <ol class="readers">
        <li>{t("readers-members", { names: listOfNames(sorted.map(({ name }) => name), locale.value) })}</li>
        <li>{t("readers-team")}</li>
        <li>{organisation ? t("readers-keeper-for", { organisation }) : t("readers-keeper")}</li>
      </ol>
      <h3>{t("members")}</h3>
      <ul class="members">
        {sorted.map((member) => (
          <li key={member.person}>
            <Bdi text={member.name} /> <span class="soft">{t(`role-${member.role}`)}</span>
          </li>
        ))}
      </ul>
      <PresenceSwitch room={room} />
      {!endsIt && <Leave room={room} onLeft={onClose} />}
    </Dialog>
  );
}

function membersOf(room: Room): Member[] {
  const names = new Map(room.card.value.people.map(({ id, name }) => [id, name]));
  const members = room.snapshot.value?.members ?? [];
  return members
    .filter((member) => !member.left)
    .map((member) => ({ ...member, name: member.name || (names.get(member.person) ?? "") }));
}

function Leave({ room, onLeft }: { room: Room; onLeft: () => void }): JSX.Element {
  const { studio } = useStudio();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const leave = (): void => {
    void run(async () => {
      await studio.leave(room.id);
      onLeft();
    });
  };
  if (!asking) {
    return (
      <button type="button" class="quiet danger" onClick={() => setAsking(true)}>
        {t("leave")}
      </button>
    );
  }
  return (
    <div class="ask" role="group" aria-label={t("leave")}>
      <p>{t("leave-ask")}</p>
      <Fault words={fault} />
      <p class="row">
        <button type="button" class="main" onClick={() => setAsking(false)}>
          {t("stay")}
        </button>
        <button type="button" class="quiet danger" disabled={busy} onClick={leave}>
          {t("leave-now")}
        </button>
      </p>
    </div>
  );
}
