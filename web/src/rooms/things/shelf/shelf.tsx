/** Our shelf: what the people of a room keep within each other's reach. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { messagePath, roomPath } from "../../../router.ts";
import { briefly } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Link } from "../../../ui/link.tsx";
import { useAct, type Acting } from "../../places/act.ts";
import { Menu } from "../../places/menu.tsx";
import type { Room } from "../../room.ts";
import { wantedNote } from "../notes/names.ts";
import { nameIn } from "../people.ts";
import { PinForm } from "./pin_form.tsx";
import { bySection, hostOf, inOrder, neighbour, pinName, thingName, type PinItem } from "./pins.ts";

export function Shelf({ room }: { room: Room }): JSX.Element {
  const [form, setForm] = useState<PinItem | "new" | null>(null);
  const [removed, setRemoved] = useState<PinItem | null>(null);
  const acting = useAct(room);
  const snapshot = room.snapshot.value;
  const pins = snapshot?.things?.pins ?? [];
  const closed = snapshot?.closed != null;
  const standing = pins.filter(({ body }) => body.state !== "done");
  const done = inOrder(pins.filter(({ body }) => body.state === "done"));
  const list = (some: readonly PinItem[]): JSX.Element => (
    <ul class="things">
      {some.map((pin) => (
        <PinRow
          key={pin.id} pin={pin} room={room} shown={some} closed={closed} acting={acting} onChange={() => setForm(pin)}
          onRemoved={() => setRemoved(pin)}
        />
      ))}
    </ul>
  );
  const putBack = async (): Promise<void> => {
    if (!removed) return;
    const { rank: _rank, message, thing, ...body } = removed.body;
    if (await acting.act("room.pin", { ...body, ...(message ? { message } : {}), ...(thing ? { thing } : {}) })) setRemoved(null);
  };
  return (
    <section class="thing" aria-labelledby="shelf-title">
      <header class="thing-head">
        <h2 id="shelf-title">{t("our-shelf")}</h2>
        {!closed && pins.length > 0 && (
          <button type="button" class="quiet" onClick={() => setForm("new")}>
            {t("put-on-shelf")}
          </button>
        )}
      </header>
      {pins.length === 0 && (
        <div class="offer-card">
          <p class="soft">{t("shelf-empty")}</p>
          {!closed && (
            <button type="button" onClick={() => setForm("new")}>
              {t("put-on-shelf")}
            </button>
          )}
        </div>
      )}
      {bySection(standing).map(([section, some]) => (
        <div key={section}>
          {section && (
            <h3 class="thing-section">
              <Bdi text={section} />
            </h3>
          )}
          {list(some)}
        </div>
      ))}
      {done.length > 0 && (
        <details class="done-things">
          <summary>{t("shelf-done", { count: done.length })}</summary>
          {list(done)}
        </details>
      )}
      <Fault words={acting.fault} />
      {removed && (
        <p class="undo-line" role="status">
          {t("pin-removed")}{" "}
          <button type="button" class="quiet" disabled={acting.busy} onClick={() => void putBack()}>
            {t("pin-put-back")}
          </button>
        </p>
      )}
      {form && <PinForm room={room} {...(form === "new" ? {} : { pin: form })} onClose={() => setForm(null)} />}
    </section>
  );
}

/** A file stands in the talk where it came in; a note is opened among the notes. */
const WayTo = ({ room, what, thing }: { room: Room; what: PinItem["body"]["what"]; thing: number }): JSX.Element =>
  what === "file" ? (
    <Link href={messagePath(room.id, thing)}>{t("pin-moment")}</Link>
  ) : (
    <span onClick={() => (wantedNote.value = { room: room.id, item: thing })}>
      <Link href={roomPath(room.id, "meeting")}>{t("pin-to-note")}</Link>
    </span>
  );

interface PinRowProps {
  pin: PinItem;
  room: Room;
  /** Those among which it stands. */
  shown: readonly PinItem[];
  closed: boolean;
  acting: Acting;
  onChange: () => void;
  onRemoved: () => void;
}

function PinRow({ pin, room, shown, closed, acting, onChange, onRemoved }: PinRowProps): JSX.Element {
  const { me } = useStudio();
  const { title, why, link, note, message, state, what, thing } = pin.body;
  const leadsTo = thingName(pin.body, room.snapshot.value?.things);
  const by = nameIn(room, pin.by);
  const name = pinName(pin.body, room.snapshot.value?.things);
  const text = title || link ? note : note.split("\n").slice(1).join("\n");
  const set = (next: PinItem["body"]["state"]) => (): void => void acting.act("room.change_pin", { item: pin.id, state: next });
  const move = (step: -1 | 1): (() => void) | null => {
    const after = neighbour(shown, pin, step);
    return after === undefined ? null : () => void acting.act("room.move_pin", { item: pin.id, ...(after ? { after } : {}) });
  };
  const remove = async (): Promise<void> => {
    if (await acting.act("room.unpin", { item: pin.id })) onRemoved();
  };
  return (
    <li class="thing-row" id={`pin-${pin.id}`}>
      <div class="thing-words">
        <p class="thing-name">
          {link ? (
            <a href={link} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
              {name}
            </a>
          ) : (
            <span dir="auto">{name}</span>
          )}
          {leadsTo && leadsTo !== name && <span class="soft"> · <Bdi text={leadsTo} /></span>}
          {link && title && <span class="soft"> · {hostOf(link)}</span>}
          {state === "next" && <span class="chip">{t("pin-for-next")}</span>}
        </p>
        {text && (
          <p class="thing-text" dir="auto">
            {text}
          </p>
        )}
        {why && (
          <p class="thing-text" dir="auto">
            {why}
          </p>
        )}
        <p class="soft">
          {t("pin-by", { name: by, when: briefly(pin.at, Date.now(), locale.value, me.zone) })}
          {thing != null && (
            <>
              {" · "}
              {leadsTo === null ? t("pin-thing-gone") : <WayTo room={room} what={what} thing={thing} />}
            </>
          )}
          {message != null && (
            <>
              {" · "}
              <Link href={messagePath(room.id, message)}>{t("pin-moment")}</Link>
            </>
          )}
        </p>
      </div>
      {!closed && (
        <Menu
          label={t("pin-more", { name })}
          items={[
            { icon: "edit", label: t("pin-change"), act: onChange },
            state === "next"
              ? { icon: "undo", label: t("pin-keep"), act: set("keep") }
              : { icon: "clock", label: t("pin-next"), act: set("next") },
            state === "done"
              ? { icon: "undo", label: t("pin-not-done"), act: set("keep") }
              : { icon: "check", label: t("pin-done"), act: set("done") },
            { icon: "up", label: t("thing-up"), act: move(-1) },
            { icon: "down", label: t("thing-down"), act: move(1) },
            { icon: "close", label: t("pin-remove"), act: () => void remove() },
          ]}
        />
      )}
      {closed && (
        <button type="button" class="quiet round" aria-label={t("pin-remove")} onClick={() => void remove()}>
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}
