/** The standing call of a room: somebody else's service, opened by a tap in a window of its own. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useHttp, useStudio } from "../../../context.ts";
import type { Call as CallBody, CallOffer, Item } from "../../../contract.ts";
import { briefly } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useAct, type Acting } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { isNear } from "../dates/near.ts";
import { useNow } from "../dates/now.ts";
import { isBlank, standingOf } from "../dates/standing.ts";
import { mayLead } from "../led/leading.ts";
import { nameIn } from "../people.ts";
import { hostOf } from "../shelf/pins.ts";
import { knownLimit } from "./services.ts";

type CallItem = Item<CallBody>;

/** Who joined later may have set another one: the newest counts. */
export const callOf = (room: Room): CallItem | null => room.snapshot.value?.things?.calls?.at(-1) ?? null;

export function Call({ room }: { room: Room }): JSX.Element | null {
  const [form, setForm] = useState(false);
  const acting = useAct(room);
  const call = callOf(room);
  const closed = room.snapshot.value?.closed != null;
  if (closed && !call) return null;
  return (
    <section class="thing" aria-labelledby="call-title">
      <h2 id="call-title" class="unseen">{t("call-title")}</h2>
      {call ? (
        <Standing room={room} call={call} closed={closed} acting={acting} onChange={() => setForm(true)} />
      ) : (
        <Offer room={room} acting={acting} onPut={() => setForm(true)} />
      )}
      <Fault words={acting.fault} />
      {form && <CallForm room={room} call={call} onClose={() => setForm(false)} />}
    </section>
  );
}

interface StandingProps {
  room: Room;
  call: CallItem;
  closed: boolean;
  acting: Acting;
  onChange: () => void;
}

function Standing({ room, call, closed, acting, onChange }: StandingProps): JSX.Element {
  const { link, fallback } = call.body;
  const first = useIsFirst(room);
  const host = hostOf(link);
  const people = room.snapshot.value?.members.filter(({ left }) => !left).length ?? 2;
  const limit = knownLimit(host, people);
  const tell = (over: boolean): void => void acting.act("room.call_trouble", { item: call.id, over });
  return (
    <div class="call-card">
      {link && !closed && (
        <>
          <a class={first ? "button main call-join" : "button call-join"} href={link} target="_blank" rel="noopener noreferrer nofollow">
            {t("call-join")} <Icon name="link" />
          </a>
          <p class="soft">{t("call-whose", { host })}</p>
          {limit !== null && (
            <p class="call-limit">
              <Icon name="clock" /> {t("call-limit", { minutes: limit })}
            </p>
          )}
        </>
      )}
      <Trouble room={room} call={call} />
      {!call.body.trouble_by && (
        <p class={link ? "soft" : ""}>
          {fallback ? (
            <>
              {link && t("call-if-not")} <Bdi text={fallback} />
            </>
          ) : (
            t("call-no-fallback")
          )}
        </p>
      )}
      {!closed && (
        <p class="row">
          {link && call.body.trouble_by && (
            <button type="button" disabled={acting.busy} onClick={() => tell(true)}>{t("call-works")}</button>
          )}
          {link && !call.body.trouble_by && (
            <button type="button" disabled={acting.busy} onClick={() => tell(false)}>{t("call-broken")}</button>
          )}
          <button type="button" class="quiet" onClick={onChange}>{t("call-change")}</button>
        </p>
      )}
    </div>
  );
}

/** One main button a screen: the card of a date has it while there is none, or while it is about to begin. */
function useIsFirst(room: Room): boolean {
  const { me } = useStudio();
  const { dates = [], meetings = [] } = room.snapshot.value?.things ?? {};
  const now = useNow();
  const standing = standingOf(dates, meetings, now, me.zone);
  const near = standing.next !== null && standing.next.body.place === "call" && isNear(standing.next.body, now);
  return !near && !(isBlank(standing) && mayLead(room, me.id));
}

/** That somebody cannot get through, and what was agreed on for that. */
export function Trouble({ room, call }: { room: Room; call: CallItem | null }): JSX.Element {
  const { me } = useStudio();
  const { trouble_by, trouble_at, fallback } = call?.body ?? {};
  return (
    <div role="status">
      {trouble_by && trouble_at && (
        <p class="call-trouble">
          <Icon name="alert" />
          <span>
            {t("call-trouble", { name: nameIn(room, trouble_by), when: briefly(trouble_at, Date.now(), locale.value, me.zone) })}
            {fallback && (
              <strong class="block">
                {t("call-instead")} <Bdi text={fallback} />
              </strong>
            )}
          </span>
        </p>
      )}
    </div>
  );
}

function Offer({ room, acting, onPut }: { room: Room; acting: Acting; onPut: () => void }): JSX.Element {
  const http = useHttp();
  const [own, setOwn] = useState<CallOffer | null>(null);
  useEffect(() => {
    http<CallOffer>("GET", `/rooms/${encodeURIComponent(room.id)}/call`).then(setOwn, () => undefined);
  }, [http, room]);
  return (
    <div class="offer-card">
      <p class="soft">{t("call-offer")}</p>
      <p class="row">
        {own?.link && (
          <button type="button" disabled={acting.busy} onClick={() => void acting.act("room.set_call", { link: own.link })}>
            {t("call-make", { host: own.server ?? "" })}
          </button>
        )}
        <button type="button" class={own?.link ? "quiet" : ""} onClick={onPut}>{t("call-put")}</button>
      </p>
    </div>
  );
}

function CallForm({ room, call, onClose }: { room: Room; call: CallItem | null; onClose: () => void }): JSX.Element {
  const [link, setLink] = useState(call?.body.link ?? "");
  const [fallback, setFallback] = useState(call?.body.fallback ?? "");
  const { act, busy, fault } = useAct(room);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await act("room.set_call", { link: link.trim(), fallback })) onClose();
  };
  const remove = async (): Promise<void> => {
    if (call && (await act("room.remove_call", { item: call.id }))) onClose();
  };
  return (
    <Dialog title={t("call-title")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <Field
          label={t("call-link")} help={t("call-link-help")} type="url" inputMode="url" value={link} placeholder="https://"
          onInput={(event) => setLink(event.currentTarget.value)}
        />
        <Field
          label={t("call-fallback")} help={t("call-fallback-help")} maxLength={300} value={fallback} dir="auto"
          onInput={(event) => setFallback(event.currentTarget.value)}
        />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>{busy ? t("one-moment") : t("call-save")}</button>
          {call && (
            <button type="button" class="quiet danger" disabled={busy} onClick={() => void remove()}>{t("call-remove")}</button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
