/** One message: what it answers, its words, what was given to it, and what can be done with it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Message } from "../contract.ts";
import { fullMoment, timeOfDay } from "../text/dates.ts";
import { locale, refusalWords, t } from "../text/fluent.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import type { Acts } from "./group.tsx";
import { Markup } from "./markup.tsx";
import { extras } from "./parts.ts";
import type { Pending } from "./pending.ts";
import { withPending } from "./pending.ts";
import { Quotation } from "./quotation.tsx";
import { Reactions } from "./reactions.tsx";
import type { Room } from "./room.ts";

interface MessageProps {
  message: Message;
  room: Room;
  pending: Pending;
  acts: Acts;
  reachable: boolean;
}

export function MessageItem({ message, room, pending, acts, reachable }: MessageProps): JSX.Element {
  const { me } = useStudio();
  const Extras = extras.value;
  const own = message.author === me.id;
  const edit = pending.edits.get(message.id);
  const withdrawal = pending.withdrawals.get(message.id);
  const words = edit && !edit.refused ? edit.data.text : message.text;
  const shown: Message = words === message.text ? message : { ...message, text: words ?? null };
  const standing = message.text != null && !withdrawal && room.ending.value === null;
  /** What is there stays; one's own words can still be taken back. */
  const closed = room.snapshot.value?.closed != null;
  const waiting = pending.reactions.get(message.id) ?? [];
  const onKey = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    if (event.target !== event.currentTarget || !standing || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.currentTarget;
    const act = closed ? { l: () => acts.onCopyLink(message) }[event.key.toLowerCase()] : {
      r: () => acts.onReply(shown),
      q: () => acts.onQuote(message),
      l: () => acts.onCopyLink(message),
      "+": () => acts.onMenu({ message: shown, of: "reactions", anchor: here }),
      e: () => own && acts.onEdit(shown),
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const classes = ["message", acts.flashed === message.id && "flashed", acts.marked === message.id && "marked"];
  return (
    <li
      class={classes.filter(Boolean).join(" ")} id={`message-${message.id}`} tabIndex={reachable ? 0 : -1}
      onKeyDown={onKey} onFocusCapture={() => acts.onActive(message.id)}
    >
      {message.reply_to != null && (
        <Quotation room={room} id={message.reply_to} quote={message.quote} onJump={acts.onJump} />
      )}
      <div class="words">
        {words == null ? <p class="taken-back">{Extras ? <Extras.Gone room={room} message={message.id} /> : t("taken-back")}</p> : <Markup text={words} mentions={mentionsOf(shown, room)} />}
      </div>
      {words != null && (
        <Reactions
          reactions={withPending(message.reactions ?? [], waiting, me.id)} message={message} room={room}
          reachable={reachable} closed={!standing || closed}
        />
      )}
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
      {waiting.filter(({ refused }) => refused).map(({ command_id, refused }) => (
        <Refusal key={command_id} command={command_id} words={refusalWords(refused!)} title="" />
      ))}
      {standing && (
        <div class="acts">
          {!closed && (
            <>
              <Act
                name="react" label={t("react")} reachable={reachable} menu
                onAct={(anchor) => acts.onMenu({ message: shown, of: "reactions", anchor })}
              />
              <Act name="reply" label={t("reply")} reachable={reachable} onAct={() => acts.onReply(shown)} />
            </>
          )}
          <Act
            name="more" label={t("more")} reachable={reachable} menu
            onAct={(anchor) => acts.onMenu({ message: shown, of: "all", anchor })}
          />
        </div>
      )}
    </li>
  );
}

/** Other words that are on their way may name others; whom they name is known by the people of the room. */
function mentionsOf(shown: Message, room: Room): readonly string[] | undefined {
  const people = room.card.value.people.map(({ id }) => id);
  return shown.mentions || !shown.text?.includes("@[") ? shown.mentions : people;
}

interface ActProps {
  name: IconName;
  label: string;
  reachable: boolean;
  menu?: boolean;
  onAct: (anchor: HTMLElement) => void;
}

/** Only what answers has its word beside the picture; the others have it in their name. */
const Act = ({ name, label, reachable, menu = false, onAct }: ActProps): JSX.Element => (
  <button
    type="button" class="act" tabIndex={reachable ? 0 : -1} onClick={(event) => onAct(event.currentTarget)}
    {...(menu ? { "aria-haspopup": "menu" as const } : {})}
  >
    <Icon name={name} /> <span class={menu ? "unseen" : ""}>{label}</span>
  </button>
);

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
