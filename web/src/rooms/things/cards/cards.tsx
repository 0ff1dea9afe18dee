/** Prompt cards: those that lie in the room, and the deck for whoever accompanies somebody here. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice } from "../../../ui/field.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { cardWords, DECK, groupName } from "./deck.ts";

/** Who is accompanied here gets a card handed; the deck would only tell them what comes next. */
const WITHOUT_DECK = new Set(["mentee", "guest"]);

export function Cards({ room }: { room: Room }): JSX.Element | null {
  const { me } = useStudio();
  const [choosing, setChoosing] = useState(false);
  const { act, fault } = useAct(room);
  const snapshot = room.snapshot.value;
  const lying = snapshot?.things?.cards ?? [];
  const role = snapshot?.members.find(({ person, left }) => person === me.id && !left)?.role ?? "guest";
  const mayChoose = snapshot?.closed == null && !WITHOUT_DECK.has(role);
  if (lying.length === 0 && !mayChoose) return null;
  return (
    <section class="thing" aria-labelledby="cards-title">
      <header class="thing-head">
        <h2 id="cards-title">{t("prompt-cards")}</h2>
        {mayChoose && (
          <button type="button" class="quiet" onClick={() => setChoosing(true)}>
            {t("card-lay")}
          </button>
        )}
      </header>
      {lying.length === 0 && <p class="soft">{t("cards-none")}</p>}
      <ul class="cards" aria-live="polite">
        {lying.map(({ id, body }) => (
          <li key={id} class="card">
            <p>{cardWords(body.card)}</p>
            <button
              type="button" class="quiet round" aria-label={t("card-aside")} title={t("card-aside")}
              onClick={() => void act("room.take_card", { item: id })}
            >
              <Icon name="check" />
            </button>
          </li>
        ))}
      </ul>
      <Fault words={fault} />
      {choosing && <Deck room={room} lying={new Set(lying.map(({ body }) => body.card))} onClose={() => setChoosing(false)} />}
    </section>
  );
}

function Deck({ room, lying, onClose }: { room: Room; lying: ReadonlySet<string>; onClose: () => void }): JSX.Element {
  const [group, setGroup] = useState(DECK[0]!.group);
  const { act, busy, fault } = useAct(room);
  const lay = async (card: string): Promise<void> => {
    if (await act("room.lay_card", { card })) onClose();
  };
  return (
    <Dialog title={t("card-lay")} onClose={onClose}>
      <Choice
        label={t("cards-for")} value={group} onChoose={setGroup}
        options={DECK.map(({ group: value }) => ({ value, label: groupName(value) }))}
      />
      <ul class="cards">
        {DECK.find((one) => one.group === group)!.cards.filter((card) => !lying.has(card)).map((card) => (
          <li key={card}>
            <button type="button" class="card" disabled={busy} onClick={() => void lay(card)}>
              {cardWords(card)}
            </button>
          </li>
        ))}
      </ul>
      <Fault words={fault} />
    </Dialog>
  );
}
