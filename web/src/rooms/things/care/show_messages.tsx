/** Showing chosen messages to the safeguarding contact: these and no others, and everything about it said beforehand. */
import "./care.css";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../../../accounts/form.tsx";
import { useHttp, useStudio } from "../../../context.ts";
import type { Message, MyReport, ReportWays } from "../../../contract.ts";
import { useAsked } from "../../../mine/asked.ts";
import { Awaited } from "../../../mine/awaited.tsx";
import { useCommand } from "../../../mine/command.ts";
import { inYear } from "../../../mine/days.ts";
import { Help } from "../../../mine/programme_card.tsx";
import { TextArea } from "../../../mine/text_area.tsx";
import { briefly } from "../../../text/dates.ts";
import { locale, needTexts, t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Link } from "../../../ui/link.tsx";
import { ticked } from "../../../ui/ticked.ts";
import type { Room } from "../../room.ts";

const REASON_LIMIT = 1_000;
/** Messages before and after the one that it began with. */
const AROUND = 15;
const MOST = 50;

interface ShowMessagesProps {
  room: Room;
  message: Message;
  onClose: () => void;
}

export function ShowMessages({ room, message, onClose }: ShowMessagesProps): JSX.Element {
  const ways = useAsked<ReportWays>(`/rooms/${encodeURIComponent(room.id)}/reports`);
  const [sent, setSent] = useState<MyReport | null>(null);
  // The telephone's.
  useEffect(() => void needTexts("mine").catch(() => undefined), []);
  return (
    <Dialog title={t("show-to-contact")} onClose={onClose}>
      {sent ? (
        <div class="thing-form" role="status">
          <p>{t("shown-sent", { name: sent.to.name })}</p>
          <p>
            <Link href="/shown">{t("shown-follow")}</Link>
          </p>
          <button type="button" class="main" onClick={onClose}>
            {t("close")}
          </button>
        </div>
      ) : !ways.value ? (
        <Awaited asked={ways} />
      ) : ways.value.contacts.length === 0 ? (
        <div class="thing-form">
          <p>{t("show-nobody")}</p>
          {ways.value.help && <Help name={ways.value.help.name} phone={ways.value.help.phone} />}
        </div>
      ) : (
        <Choosing room={room} message={message} ways={ways.value} onSent={setSent} />
      )}
    </Dialog>
  );
}

interface ChoosingProps {
  room: Room;
  message: Message;
  ways: ReportWays;
  onSent: (report: MyReport) => void;
}

function Choosing({ room, message, ways, onSent }: ChoosingProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const command = useCommand();
  const { busy, fault, run } = useDoing();
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set([message.id]));
  const [to, setTo] = useState(ways.contacts.length === 1 ? (ways.contacts[0]?.id ?? "") : "");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector(":checked")?.scrollIntoView({ block: "center" }), []);
  const offered = around(room, message);
  const names = new Map(room.snapshot.value?.members.map(({ person, name }) => [person, name]) ?? []);
  // What is taken back meanwhile can't be shown any more.
  const chosen = offered.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  const tick = (id: number, on: boolean): void => setPicked(ticked(picked, id, on));
  const send = (event: Event): void => {
    event.preventDefault();
    const lacks = chosen.length === 0 ? t("show-pick-one") : chosen.length > MOST ? t("show-pick-fewer", { most: MOST }) : to === "" ? t("show-pick-contact") : null;
    setMissing(lacks);
    if (lacks !== null) return;
    void run(async () => {
      const path = `/rooms/${encodeURIComponent(room.id)}/reports`;
      onSent(await command({ to, messages: chosen, reason }, (body) => http<MyReport>("POST", path, body)));
    });
  };
  return (
    <form class="thing-form" onSubmit={send}>
      <fieldset class="pick-messages">
        <legend>{t("show-which")}</legend>
        <ul ref={list}>
          {offered.map((one) => (
            <li key={one.id}>
              <label>
                <input
                  type="checkbox" name="message" value={one.id} checked={picked.has(one.id)}
                  onChange={(event) => tick(one.id, event.currentTarget.checked)}
                />
                <span class="pick-words">
                  <span class="soft">
                    <Bdi text={names.get(one.author) ?? ""} /> · {briefly(one.at, Date.now(), locale.value, me.zone)}
                  </span>
                  <span dir="auto">{one.text}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset class="pick-contact">
        <legend>{t("show-to-whom")}</legend>
        {ways.contacts.map((contact) => (
          <label key={contact.id}>
            <input type="radio" name="contact" value={contact.id} checked={to === contact.id} onChange={() => setTo(contact.id)} />
            <Bdi text={contact.name} />
          </label>
        ))}
      </fieldset>
      <TextArea label={t("show-reason")} limit={REASON_LIMIT} value={reason} rows={2} onWrite={setReason} />
      <div class="care-note">
        <p>{t("show-only-these", { count: chosen.length })}</p>
        <p>{t("show-kept", { day: inYear(ways.keep_until) })}</p>
        <p>{t("show-nobody-learns")}</p>
      </div>
      {ways.help && <Help name={ways.help.name} phone={ways.help.phone} />}
      <Fault words={missing ?? fault} />
      <button type="submit" class="main" disabled={busy}>
        {busy ? t("one-moment") : t("show-send")}
      </button>
    </form>
  );
}

/** The message and those near it that are loaded and have words. */
function around(room: Room, message: Message): Message[] {
  const loaded = (room.stretch.value?.messages ?? []).filter(({ text }) => text != null);
  const place = loaded.findIndex(({ id }) => id === message.id);
  return place < 0 ? [message].filter(({ text }) => text != null) : loaded.slice(Math.max(0, place - AROUND), place + AROUND + 1);
}
