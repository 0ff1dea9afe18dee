/** The mentees' needs, one by one: the list of all beside the one that is looked at. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";

import type { MenteeNeed } from "../contract.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Tick } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import type { Needs } from "./choosing.ts";
import { actOf, type Act } from "./keys.ts";
import { NeedCard } from "./need_card.tsx";
import { choosing as chosen } from "./places.ts";
import type { Shared } from "./shared.ts";
import { mentorOf, standing } from "./standing_of.ts";

interface NeedsPartProps {
  shared: Shared;
  needs: Needs;
  /** Of whom the card is shown. */
  at: string | null;
  onGo: (mentee: string) => void;
}

export function NeedsPart({ shared, needs, at, onGo }: NeedsPartProps): JSX.Element {
  const { choosing, say, open, attempt } = shared;
  const [without, setWithout] = useState(false);
  const card = useRef<HTMLElement>(null);
  const compare = compareNames(locale.value);
  const shown = needs.needs
    .filter((need) => !without || need.mentee.id === at || mentorOf(shared, need) === null)
    .toSorted((a, b) => compare(a.mentee.name, b.mentee.name));
  const place = Math.max(0, shown.findIndex(({ mentee }) => mentee.id === at));
  const need = shown[place];
  const go = (to: MenteeNeed | undefined): void => {
    if (!to) return;
    // Whoever went on by a key or a button goes on from the card, and the next key finds it.
    card.current?.querySelector("h3")?.focus();
    onGo(to.mentee.id);
  };
  const act = (wanted: Act): void => {
    if (wanted.do === "next") go(shown[place + 1]);
    if (wanted.do === "before") go(shown[place - 1]);
    if (wanted.do === "undo") attempt(choosing.undo);
    const option = wanted.do === "choose" && need?.possible[wanted.place];
    if (option && open) say(need!.mentee.id, (so) => chosen(so, option.mentor.id));
  };
  const onKey = (event: KeyboardEvent): void => {
    const { tagName, type = "" } = event.target as HTMLInputElement;
    const wanted = actOf({ ...held(event), field: { name: tagName, type } });
    if (!wanted) return;
    event.preventDefault();
    act(wanted);
  };
  if (!need) return <p class="part">{t("needs-nobody-left")}</p>;
  return (
    <section class="part needs-part" onKeyDown={onKey} aria-label={t("needs-title-one-by-one")}>
      <nav class="needs-list" aria-label={t("needs-everybody")}>
        <details open={wide()}>
          <summary>{t("needs-everybody")}</summary>
          <Tick label={t("needs-without")} name="without" checked={without} onTick={setWithout} />
          <ul>
            {shown.map((one) => (
              <li key={one.mentee.id}>
                <button
                  type="button" class="entry-button" {...(one === need ? { "aria-current": "true" as const } : {})}
                  onClick={() => go(one)}
                >
                  <span class="entry-words">
                    <Bdi text={one.mentee.name} />
                    <span class="soft block">
                      <Bdi text={standing(shared, one)} />
                    </span>
                  </span>
                  {mentorOf(shared, one) && <Icon name="check" />}
                </button>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      <article class="need-card" ref={card}>
        <header class="part-head">
          <div>
            <p class="soft">{t("needs-place", { place: place + 1, all: shown.length })}</p>
            <h3 tabIndex={-1}>
              <Bdi text={need.mentee.name} />
            </h3>
          </div>
          <p class="row">
            <button type="button" class="quiet round" disabled={place === 0} aria-label={t("needs-before")} onClick={() => go(shown[place - 1])}>
              <Icon name="up" />
            </button>
            <button
              type="button" class="quiet round" disabled={place === shown.length - 1} aria-label={t("needs-next")}
              onClick={() => go(shown[place + 1])}
            >
              <Icon name="down" />
            </button>
            <button type="button" class="quiet" disabled={!choosing.undoable.value} onClick={() => attempt(choosing.undo)}>
              <Icon name="undo" /> {t("take-back")}
            </button>
          </p>
        </header>
        <NeedCard key={need.mentee.id} shared={shared} need={need} />
        <p class="soft keys-help">{t("needs-keys")}</p>
      </article>
    </section>
  );
}

const held = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean } => ({
  key, altKey, ctrlKey, metaKey,
});

/** On a phone the card comes first, and everybody when asked for. */
const wide = (): boolean => matchMedia("(width >= 60rem)").matches;
