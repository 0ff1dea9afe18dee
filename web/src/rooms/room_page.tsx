/** An open room: its name and who reads it, the talk, the place to write. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Message } from "../contract.ts";
import { mine } from "../mine/later.ts";
import { mentorshipOf } from "../mine/programmes.ts";
import { HereLine, useLooking } from "../presence/lines.tsx";
import { go, path, placeOf, roomPath, type At } from "../router.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import { Composer, type Writing } from "./composer.tsx";
import { CalledContext, useCalled } from "./called.ts";
import { WayToFind } from "./memory/way.tsx";
import { extras, markdown } from "./parts.ts";
import { Bar } from "./places/bar.tsx";
import { goesOn, isGroup, places, withMessage } from "./places/later.ts";
import { findPending } from "./pending.ts";
import type { Room } from "./room.ts";
import { roomLine, roomName } from "./room_name.tsx";
import { Talk } from "./talk.tsx";

const LINGERING_MS = 10_000;

interface RoomPageProps {
  id: string;
  /** The message that the address leads to. */
  message: number | null;
  at: At;
  banner: JSX.Element;
}

export function RoomPage({ id, message, at, banner }: RoomPageProps): JSX.Element {
  const { studio } = useStudio();
  const rooms = studio.rooms.all.value;
  const room = rooms?.find((mine) => mine.id === id);
  return (
    <main class={`room at-${at}`} id="main" tabIndex={-1}>
      {room ? <OpenRoom room={room} target={message} at={at} banner={banner} /> : <NoRoom known={rooms !== null} banner={banner} />}
    </main>
  );
}

type OpenRoomProps = { room: Room; target: number | null; at: At; banner: JSX.Element };

function OpenRoom({ room, target, at, banner }: OpenRoomProps): JSX.Element {
  const { studio, me } = useStudio();
  const [readers, setReaders] = useState(false);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [writing, setWriting] = useState<Writing>({ is: "new" });
  const mentorship = mentorshipOf(studio.programmes.parts.value, room.id)?.mentorship;
  const closing = room.snapshot.value?.closed ?? room.card.value.closed ?? null;
  const Mine = mine.value;
  const Extras = extras.value;
  const Places = places.value;
  const doing = withMessage.value;
  const ending = room.ending.value;
  const snapshot = room.snapshot.value;
  useEffect(() => {
    void room.open();
    void markdown.load();
    const asleep = onFirstTouch(() => void extras.load());
    if (room.card.peek().unread > 19) void extras.load();
    return () => {
      asleep();
      room.close();
    };
  }, [room]);
  const more = menu !== null || closing !== null || mentorship?.state === "paused";
  useEffect(() => {
    if (more) void mine.load();
  }, [more]);
  const noticed = at === "talk" && closing === null && (isGroup(room) || goesOn(snapshot?.things ?? {}));
  useEffect(() => {
    if (at !== "talk" || noticed) void places.load();
  }, [at, noticed]);
  useLooking(room);
  const called = useCalled(room);
  const leaveTarget = (): void => {
    if (placeOf(path.value)?.message != null) go(roomPath(room.id), { replace: true });
  };
  const { waiting, settled, inherited } = studio.outbox;
  const messages = room.stretch.value?.messages ?? [];
  const pending = findPending(
    room.id, snapshot?.offset ?? 0, messages, waiting.value, settled.value, inherited, me.id,
  );
  const editLast = (): void => {
    const last = snapshot?.messages.findLast((m) => m.author === me.id && m.text != null && !pending.withdrawals.has(m.id));
    if (last) setWriting({ is: "edit", message: withPendingWords(last, pending.edits.get(last.id)?.data.text) });
  };

  return (
    <CalledContext.Provider value={called}>
      <header class="room-head">
        <Link href="/" class="quiet round back" aria-label={t("my-rooms")}>
          <Icon name="back" />
        </Link>
        <div class="room-title">
          <h1>
            <Bdi text={roomName(room.card.value, me.id)} />
          </h1>
          <p class="soft one-line">
            <HereLine room={room} otherwise={roomLine(room.card.value, me.id)} />
          </p>
        </div>
        <button
          type="button" class="quiet" aria-haspopup="dialog" disabled={!snapshot || ending !== null}
          onClick={() => {
            void extras.load();
            setReaders(true);
          }}
        >
          <Icon name="eye" /> <span class="wide-only">{t("readers-short")}</span>
          <span class="unseen narrow-only">{t("readers-short")}</span>
        </button>
        {snapshot && ending === null && <WayToFind room={room} />}
        {mentorship && (
          <button
            type="button" class="quiet round" aria-haspopup="menu" aria-label={t("about-mentoring")}
            disabled={ending !== null} onClick={(event) => setMenu(event.currentTarget)}
          >
            <Icon name="more" />
          </button>
        )}
        {ending === null && <Bar room={room.id} at={at} />}
      </header>
      <div>
        {banner}
        {Places && noticed && <Places.Notices room={room} />}
      </div>
      {Mine && mentorship?.state === "paused" && closing === null && <Mine.Paused />}
      <Talk
        room={room} pending={pending} target={target} onTargetLeft={leaveTarget}
        onReply={(message, part) => setWriting({ is: "reply", message, ...(part ? { part } : {}) })}
        onEdit={(message) => setWriting({ is: "edit", message })}
        onRewrite={(text) => setWriting({ is: "new", text })}
      />
      {ending === null && closing !== null ? (
        Mine && <Mine.Closed room={room} closing={closing} />
      ) : ending === null ? (
        <Composer
          key={room.id} room={room} writing={writing} onWriting={setWriting} onEditLast={editLast}
          onSaid={() => {
            room.toNewest();
            leaveTarget();
          }}
        />
      ) : (
        <Ended room={room} />
      )}
      {at !== "talk" && ending === null && (Places ? <Places.Place room={room} at={at} /> : <p class="talk-note">{t("one-moment")}</p>)}
      {doing && <doing.Show room={room} message={doing.message} onClose={() => (withMessage.value = null)} />}
      {Extras && readers && <Extras.Readers room={room} onClose={() => setReaders(false)} />}
      {Mine && menu && mentorship && (
        <Mine.RoomMenu room={room} mentorship={mentorship} anchor={menu} onClose={() => setMenu(null)} />
      )}
    </CalledContext.Provider>
  );
}

/** Reading needs little; more comes once somebody is about to do something, or has stayed so long that they may. */
function onFirstTouch(run: () => void): () => void {
  const stop = new AbortController();
  const timer = setTimeout(run, LINGERING_MS);
  for (const kind of ["pointerover", "pointerdown", "focusin", "keydown"]) {
    document.addEventListener(kind, run, { once: true, signal: stop.signal });
  }
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

export const withPendingWords = (message: Message, words: string | undefined): Message =>
  words === undefined ? message : { ...message, text: words };

/** The room is closed to me: said in words, once, then it leaves my list. */
function Ended({ room }: { room: Room }): JSX.Element {
  const { studio } = useStudio();
  const away = (): void => {
    studio.rooms.forget(room.id);
    go("/", { replace: true });
  };
  return (
    <div class="ended" role="status">
      <p>{t(`ending-${room.ending.value ?? "removed"}`)}</p>
      <button type="button" class="main" onClick={away}>
        {t("to-my-rooms")}
      </button>
    </div>
  );
}

function NoRoom({ known, banner }: { known: boolean; banner: JSX.Element }): JSX.Element {
  return (
    <>
      {banner}
      <div class="ended">
        <p>{known ? t("ending-unknown") : t("one-moment")}</p>
        {known && (
          <Link href="/" class="button">
            {t("to-my-rooms")}
          </Link>
        )}
      </div>
    </>
  );
}
