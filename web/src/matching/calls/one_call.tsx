/** One call: how it stands, what can be done with it, and who applied. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { CopyButton } from "../../accounts/copy.tsx";
import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { Done, OpenCall } from "../../contract.ts";
import { isRefused } from "../../http.ts";
import { inYear } from "../../mine/days.ts";
import { EditForm } from "../../programmes/edit_form.tsx";
import { Ask } from "../../programmes/people_list.tsx";
import { dayOf, fullMoment, timeOfDay } from "../../text/dates.ts";
import { language, locale, t } from "../../text/fluent.ts";
import { daysLater, momentAt } from "../../text/wall_clock.ts";
import { worded } from "../../text/worded.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Field } from "../../ui/field.tsx";
import { Link } from "../../ui/link.tsx";
import { Part } from "../../ui/page.tsx";
import { ApplicationList } from "./applications.tsx";
import { CallFields, WHOM_WORDS } from "./call_fields.tsx";
import { callOf, formOf, inWords, type CallForm } from "./form.ts";

/** What a deadline is usually moved by. */
const WEEK = 7;

const titleOf = ({ call }: OpenCall): string =>
  worded(Object.fromEntries(Object.entries(call.words).map(([tag, lead]) => [tag, lead.title])), language.value);

/** In the words of the screen. */
export function stateOf({ state, call, zone, takes }: OpenCall): string {
  const when = (at: number): string => fullMoment(at, locale.value, zone);
  if (state === "draft") return t("opencall-state-draft");
  if (takes) return t("opencall-state-open", { when: when(call.closes_at) });
  if (state === "open" && Date.now() < call.opens_at) return t("opencall-state-soon", { when: when(call.opens_at) });
  return t("opencall-state-closed");
}

type Doing = "change" | "time" | "remove" | null;

interface OneCallProps {
  call: OpenCall;
  mine: boolean;
  onChanged: (call: OpenCall) => void;
  reread: () => Promise<OpenCall | undefined>;
  onRemoved: () => void;
}

export function OneCall({ call, mine, onChanged, reread, onRemoved }: OneCallProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [doing, setDoing] = useState<Doing>(null);
  const door = `/calls/${encodeURIComponent(call.id)}`;
  const address = `${location.origin}/call/${call.call.slug}`;
  const put = async (path: string, body: object): Promise<void> => {
    try {
      onChanged(await http<OpenCall>("PUT", door + path, body));
    } catch (error) {
      // What was looked at is not the newest: it is shown, beside why.
      if (isRefused(error, "changed_meanwhile")) await reread();
      throw error;
    }
    setDoing(null);
  };
  const become = (state: OpenCall["state"]): void => void run(() => put("/state", { version: call.version, state }));
  const over = !call.takes && call.state === "open" && Date.now() >= call.call.closes_at;
  return (
    <>
      <Part
        title={titleOf(call)}
        state={
          <p class="soft">
            {stateOf(call)} · {t(WHOM_WORDS[call.call.whom])} · {t("opencall-deleted-on", { day: inYear(call.call.purge_on) })}
          </p>
        }
        doing={doing !== null}
        actions={
          mine && doing === null && (
            <>
              {call.state !== "open" && (
                <button type="button" class="main" disabled={busy} onClick={() => become("open")}>
                  {t("opencall-open")}
                </button>
              )}
              {call.state !== "draft" && (
                <button type="button" class={over ? "main" : "quiet"} onClick={() => setDoing("time")}>
                  {t("opencall-more-time")}
                </button>
              )}
              <button type="button" class="quiet" onClick={() => setDoing("change")}>
                {t("opencall-change")}
              </button>
              {call.state === "open" && (
                <button type="button" class="quiet" disabled={busy} onClick={() => become("closed")}>
                  {t("opencall-close")}
                </button>
              )}
              {!call.fixed && (
                <button type="button" class="quiet" onClick={() => setDoing("remove")}>
                  {t("opencall-remove")}
                </button>
              )}
            </>
          )
        }
      >
        <Fault words={fault} />
        <p class="row opencall-address">
          <a href={`/call/${call.call.slug}`} target="_blank" rel="noopener">
            {t(call.state === "draft" ? "opencall-preview" : "opencall-look")}
          </a>
          {call.state !== "draft" && (
            <>
              <code>{address}</code> <CopyButton text={address} />
            </>
          )}
        </p>
        {doing === "time" && (
          <MoreTime
            call={call} busy={busy} onCancel={() => setDoing(null)}
            onMove={(at) => void run(() => put("/deadline", { version: call.version, closes_at: at }))}
          />
        )}
        {doing === "remove" && (
          <Ask
            words={t("opencall-remove-ask")} yes={t("opencall-remove")} busy={busy} onNo={() => setDoing(null)}
            onYes={() =>
              void run(async () => {
                await http<Done>("DELETE", door);
                onRemoved();
              })
            }
          />
        )}
        {doing === "change" && (
          <Changing call={call} onCancel={() => setDoing(null)} onChanged={onChanged} reread={reread} />
        )}
      </Part>
      {mine && call.state !== "draft" && (
        <Part
          title={t("opencall-applications")}
          state={
            <p class="soft">
              {t("opencall-counts", { sent: call.sent, begun: call.begun })}
            </p>
          }
        >
          <p class="row">
            <Link href={`/selection/${call.id}`} class="button quiet">
              {t("opencall-choose")}
            </Link>
          </p>
          <ApplicationList key={`${call.sent} ${call.withdrawn}`} call={call} onChanged={async () => void (await reread())} />
        </Part>
      )}
    </>
  );
}

interface ChangingProps {
  call: OpenCall;
  onCancel: () => void;
  onChanged: (call: OpenCall) => void;
  reread: () => Promise<OpenCall | undefined>;
}

function Changing({ call, onCancel, onChanged, reread }: ChangingProps): JSX.Element {
  const http = useHttp();
  return (
    <>
      <EditForm<CallForm>
        newest={formOf(call.call, call.zone, language.value)} version={call.version}
        reread={async () => (await reread())?.version ?? call.version}
        inWords={wordsOfForm}
        save={async (typed, version) =>
          onChanged(
            await http<OpenCall>("PUT", `/calls/${encodeURIComponent(call.id)}`, { version, call: callOf(typed, call.zone) }),
          )
        }
      >
        {(form, set) => <CallFields form={form} zone={call.zone} fixed={call.fixed} set={set} />}
      </EditForm>
      <p class="row">
        <button type="button" class="quiet" onClick={onCancel}>
          {t("opencall-done")}
        </button>
      </p>
    </>
  );
}

export const wordsOfForm = (form: CallForm): readonly (readonly [string, string])[] => [
  [t("opencall-title"), form.titles.map(([, words]) => words).join(" · ")],
  [t("opencall-words"), form.leads.map(([, words]) => words).join(" · ")],
  [t("opencall-dates"), [form.opensDay, form.opensTime, form.closesDay, form.closesTime, form.purgeOn].join(" ")],
  [t("opencall-slug"), form.slug],
  [t("opencall-contact"), form.contact],
  [t("opencall-questions"), form.questions.map(inWords).join("; ")],
];

interface MoreTimeProps {
  call: OpenCall;
  busy: boolean;
  onMove: (at: number) => void;
  onCancel: () => void;
}

function MoreTime({ call, busy, onMove, onCancel }: MoreTimeProps): JSX.Element {
  const { closes_at } = call.call;
  const [day, setDay] = useState(daysLater(dayOf(closes_at, call.zone), WEEK));
  const [time, setTime] = useState(timeOfDay(closes_at, "en-GB", call.zone));
  const at = momentAt(day, time, call.zone);
  return (
    <form
      class="part-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== null) onMove(at);
      }}
    >
      <p>{t("opencall-more-time-help")}</p>
      <div class="side-by-side">
        <Field
          label={t("opencall-closes-day")} type="date" name="later-day" required value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <Field
          label={t("opencall-closes-time")} type="time" name="later-time" required value={time}
          onInput={(event) => setTime(event.currentTarget.value)}
        />
      </div>
      {at !== null && (
        <p role="status">
          <Bdi text={fullMoment(at, locale.value, call.zone)} />
        </p>
      )}
      <div class="row save">
        <button type="submit" class="main" disabled={busy || at === null}>
          {busy ? t("one-moment") : t("opencall-move-for-all")}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
