/** What is shared outside: who has agreed, the link once all have, when it was read, and a no of each alone. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../../accounts/form.tsx";
import { useHttp, useStudio } from "../../../context.ts";
import type { Item, Release, ReleaseLink } from "../../../contract.ts";
import { inYear, momentDay } from "../../../mine/days.ts";
import { messagePath } from "../../../router.ts";
import { dayOf } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { listOfNames } from "../../../text/order.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { copyText } from "../../../ui/clipboard.ts";
import { Link } from "../../../ui/link.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { ReleaseForm } from "./release_form.tsx";

export function Releases({ room }: { room: Room }): JSX.Element | null {
  const [form, setForm] = useState(false);
  const snapshot = room.snapshot.value;
  const releases = snapshot?.things?.releases ?? [];
  const closed = snapshot?.closed != null;
  const alone = (snapshot?.members.filter(({ left }) => !left).length ?? 0) < 2;
  if (releases.length === 0 && (closed || alone)) return null;
  const offer = (
    <button type="button" class={releases.length > 0 ? "quiet" : ""} onClick={() => setForm(true)}>
      {t("share-outside")}
    </button>
  );
  return (
    <section class="thing" aria-labelledby="releases-title">
      <header class="thing-head">
        <h2 id="releases-title">{t("releases-title")}</h2>
        {!closed && releases.length > 0 && offer}
      </header>
      {releases.length === 0 && (
        <div class="offer-card">
          <p class="soft">{t("releases-empty")}</p>
          {offer}
        </div>
      )}
      <ul class="things">
        {[...releases].reverse().map((release) => (
          <ReleaseRow key={release.id} release={release} room={room} closed={closed} />
        ))}
      </ul>
      {form && <ReleaseForm room={room} onClose={() => setForm(false)} />}
    </section>
  );
}

interface ReleaseRowProps {
  release: Item<Release>;
  room: Room;
  closed: boolean;
}

function ReleaseRow({ release, room, closed }: ReleaseRowProps): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const { words, scope, reader, until, asked, agreed, state, read_at: readAt, message } = release.body;
  const members = room.snapshot.value?.members ?? [];
  const here = members.filter(({ left }) => !left).map(({ person }) => person);
  const names = (people: readonly string[]): string =>
    listOfNames(people.map((id) => members.find(({ person }) => person === id)?.name ?? ""), locale.value);
  const waiting = asked.filter((person) => !agreed.includes(person));
  const over = until < dayOf(Date.now(), "UTC");
  const lapsed = here.length !== asked.length || here.some((person) => !asked.includes(person));
  const stands = state !== "withdrawn" && !over && !lapsed;
  const mine = stands && state === "proposed" && !agreed.includes(me.id) && !closed;
  return (
    <li class="thing-row" id={`release-${release.id}`}>
      <div class="thing-words">
        <p class="thing-text" dir="auto">
          {words}
        </p>
        <p class="soft">
          {t("release-for")} <Bdi text={reader} /> · <Bdi text={scope} /> · {t("release-to-day", { day: inYear(until) })}
          {message != null && (
            <>
              {" · "}
              <Link href={messagePath(room.id, message)}>{t("release-moment")}</Link>
            </>
          )}
        </p>
        <p role="status">
          {readAt != null && <strong>{t("release-read", { day: momentDay(readAt, me) })} </strong>}
          {state === "withdrawn" ? t("release-withdrawn")
            : over ? t("release-past")
            : lapsed ? t("release-lapsed")
            : state === "open" ? t("release-open")
            : t("release-waits", { names: names(waiting) })}
        </p>
        {state === "open" && stands && <LinkOf room={room} release={release} />}
        {mine && (
          <p class="row">
            <button type="button" class="main" disabled={busy} onClick={() => void act("room.agree_to_release", { item: release.id })}>
              {t("release-agree")}
            </button>
            <button type="button" disabled={busy} onClick={() => void act("room.withdraw_release", { item: release.id })}>
              {t("release-no")}
            </button>
          </p>
        )}
        {!mine && state !== "withdrawn" && (
          <p class="row">
            <button type="button" class="quiet" disabled={busy} onClick={() => void act("room.withdraw_release", { item: release.id })}>
              {t("release-withdraw")}
            </button>
          </p>
        )}
        <Fault words={fault} />
      </div>
    </li>
  );
}

/** Asked for when somebody wants to pass it on. */
function LinkOf({ room, release }: { room: Room; release: Item<Release> }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [link, setLink] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const fetchLink = (): void =>
    void run(async () => {
      const found = await http<ReleaseLink>("GET", `/rooms/${encodeURIComponent(room.id)}/releases/${release.id}/link`);
      setLink(found.link);
      setCopied(await copyText(found.link));
    });
  return (
    <>
      <p class="row">
        <button type="button" disabled={busy} onClick={fetchLink}>
          {t("release-copy")}
        </button>
      </p>
      {link !== null && (
        <p class="soft" role="status">
          {t(copied ? "release-copied" : "release-copy-it")}{" "}
          <a class="release-link" href={link} target="_blank" rel="noopener">
            {link}
          </a>
        </p>
      )}
      <Fault words={fault} />
    </>
  );
}
