/** One message: what it answers, its words, and what can be done with it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Message } from "../contract.ts";
import { fullMoment, timeOfDay } from "../text/dates.ts";
import { locale, refusalWords, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon } from "../ui/icon.tsx";
import { nameOf, type Acts } from "./group.tsx";
import { firstName } from "./names.ts";
import { Markup, Words } from "./markup.tsx";
import type { Pending } from "./pending.ts";
import { findMessage, type Room } from "./room.ts";

interface MessageProps {
  message: Message;
  room: Room;
  pending: Pending;
  acts: Acts;
  reachable: boolean;
}

/** How long a withdrawal can be undone before it leaves this device. */
const UNDO_MS = 6_000;

export function MessageItem({ message, room, pending, acts, reachable }: MessageProps): JSX.Element {
  const { studio, me } = useStudio();
  const own = message.author === me.id;
  const edit = pending.edits.get(message.id);
  const withdrawal = pending.withdrawals.get(message.id);
  const words = edit && !edit.refused ? edit.data.text : message.text;
  const shown: Message = words === message.text ? message : { ...message, text: words ?? null };
  const standing = message.text != null && !withdrawal && room.ending.value === null;
  const withdraw = (): void => void studio.say(room.id, "room.withdraw", { message: message.id }, UNDO_MS);
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || !standing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { r: () => acts.onReply(shown), e: () => own && acts.onEdit(shown) }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const classes = ["message", acts.flashed === message.id && "flashed"].filter(Boolean).join(" ");
  return (
    <li
      class={classes} id={`message-${message.id}`} tabIndex={reachable ? 0 : -1} onKeyDown={onKey}
      onFocusCapture={() => acts.onActive(message.id)}
    >
      {message.reply_to != null && <Quotation room={room} id={message.reply_to} onJump={acts.onJump} />}
      <div class="words">{words == null ? <p class="taken-back">{t("taken-back")}</p> : <Markup text={words} />}</div>
      <p class="marks">
        {message.edited_at != null && words != null && (
          <span title={fullMoment(message.edited_at, locale.value, me.zone)}>{t("edited")}</span>
        )}
        {edit && !edit.refused && <span>{t("change-waits")}</span>}
        <time class="own-time" dateTime={new Date(message.at).toISOString()}>
          {timeOfDay(message.at, locale.value, me.zone)}
        </time>
      </p>
      {edit?.refused && (
        <Refusal command={edit.command_id} words={refusalWords(edit.refused)} title={t("change-not-stored")} />
      )}
      {withdrawal && <Withdrawing command={withdrawal.command_id} refused={withdrawal.refused} />}
      {standing && (
        <div class="acts">
          <Act name="reply" label={t("reply")} reachable={reachable} onAct={() => acts.onReply(shown)} />
          {own && <Act name="edit" label={t("edit")} reachable={reachable} onAct={() => acts.onEdit(shown)} />}
          {own && <Act name="undo" label={t("take-back")} reachable={reachable} onAct={withdraw} />}
        </div>
      )}
    </li>
  );
}

interface ActProps {
  name: "reply" | "edit" | "undo";
  label: string;
  reachable: boolean;
  onAct: () => void;
}

const Act = ({ name, label, reachable, onAct }: ActProps): JSX.Element => (
  <button type="button" class="act" tabIndex={reachable ? 0 : -1} onClick={onAct}>
    <Icon name={name} /> <span>{label}</span>
  </button>
);

/** The first line of what is answered; pressing it goes there. */
export function Quotation({ room, id, onJump }: { room: Room; id: number; onJump: (id: number) => void }): JSX.Element {
  const quoted = findMessage(room.snapshot.value?.messages ?? [], id);
  const name = quoted ? firstName(nameOf(room, quoted.author)) : "";
  return (
    <button type="button" class="quotation" tabIndex={-1} onClick={() => onJump(id)}>
      <span class="unseen">{t("answers")} </span>
      {quoted && (
        <b>
          <Bdi text={name} />
        </b>
      )}{" "}
      {quoted?.text != null ? <Words text={quoted.text} /> : <bdi>{t(quoted ? "taken-back" : "earlier-message")}</bdi>}
    </button>
  );
}

function Withdrawing({ command, refused }: { command: string; refused: Parameters<typeof refusalWords>[0] | null }) {
  const { studio } = useStudio();
  const [late, setLate] = useState(false);
  const undo = (): void => void studio.outbox.drop(command).then((dropped) => setLate(!dropped));
  if (refused) return <Refusal command={command} words={refusalWords(refused)} title={t("not-taken-back")} />;
  return (
    <p class="strip" role="status">
      <span>{late ? t("taking-back-late") : t("taking-back")}</span>
      {!late && (
        <button type="button" class="quiet" onClick={undo}>
          {t("keep-it")}
        </button>
      )}
    </p>
  );
}

function Refusal({ command, words, title }: { command: string; words: string; title: string }): JSX.Element {
  const { studio } = useStudio();
  return (
    <p class="strip bad" role="status">
      <span>
        {title} {words}
      </span>
      <button type="button" class="quiet" onClick={() => void studio.outbox.retry(command)}>
        {t("try-again")}
      </button>
      <button type="button" class="quiet" onClick={() => void studio.outbox.drop(command)}>
        {t("let-go")}
      </button>
    </p>
  );
}
