/** Calendars of mine that say when I am busy: from a file, or read again and again at an address. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MyOtherCalendars, OtherCalendar } from "../contract.ts";
import { createCommandIds } from "../live/command_id.ts";
import { useAsked } from "../mine/asked.ts";
import { momentDay, momentWhen } from "../mine/days.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field } from "../ui/field.tsx";

const DOOR = "/me/calendars";
const newId = createCommandIds();

export function Calendars(): JSX.Element {
  const http = useHttp();
  const { value, put, load, fault: unread } = useAsked<MyOtherCalendars>(DOOR);
  const { busy, fault, run } = useDoing();
  const input = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const bring = (file: File | undefined): void => {
    if (!file) return;
    void run(async () => put(await http<MyOtherCalendars>("PUT", `${DOOR}/${newId()}`, file)));
    if (input.current) input.current.value = "";
  };
  const add = (address: string, done: () => void): void =>
    void run(async () => {
      put(await http<MyOtherCalendars>("POST", DOOR, { address }));
      done();
    });
  const remove = (calendar: OtherCalendar): void =>
    void run(async () => {
      await http("DELETE", `${DOOR}/${encodeURIComponent(calendar.id)}`);
      await load();
      title.current?.focus();
    });
  return (
    <section class="hours-part">
      <h2 tabIndex={-1} ref={title}>{t("busy-title")}</h2>
      <p class="soft">{t("busy-lead")}</p>
      {value && value.calendars.length > 0 && (
        <ul class="hours-others">
          {value.calendars.map((calendar) => (
            <Known key={calendar.id} calendar={calendar} busy={busy} onRemove={() => remove(calendar)} />
          ))}
        </ul>
      )}
      <p class="row">
        <button type="button" disabled={busy} onClick={() => input.current?.click()}>
          {busy ? t("one-moment") : t("busy-file")}
        </button>
        <input
          ref={input} type="file" accept=".ics,.ical,text/calendar" class="unseen" tabIndex={-1} aria-label={t("busy-file")}
          onChange={(event) => bring(event.currentTarget.files?.[0])}
        />
      </p>
      {value?.addresses && <Address busy={busy} onAddress={add} />}
      <Fault words={fault ?? unread} />
    </section>
  );
}

function Known({ calendar, busy, onRemove }: { calendar: OtherCalendar; busy: boolean; onRemove: () => void }): JSX.Element {
  const { me } = useStudio();
  const { host, read_at: read, until, left_out: leftOut, fault } = calendar;
  const name = host ?? t("busy-from-file");
  return (
    <li>
      <div>
        <p>
          <strong>
            <Bdi text={name} />
          </strong>
        </p>
        {read != null && until != null && (
          <p class="soft">
            {t("busy-read", { when: momentWhen(read, me), count: calendar.busy, until: momentDay(until, me) })}
          </p>
        )}
        {leftOut > 0 && <p class="soft">{t("busy-left-out", { count: leftOut })}</p>}
        {fault && <p class="fault">{t(`fault-${fault}`)}</p>}
      </div>
      <button
        type="button" class="quiet danger" disabled={busy} onClick={onRemove}
        aria-label={t("hours-other-remove-these", { days: name })}
      >
        {t("hours-other-remove")}
      </button>
    </li>
  );
}

function Address({ busy, onAddress }: { busy: boolean; onAddress: (address: string, done: () => void) => void }): JSX.Element {
  const [address, setAddress] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    // What is wrong with it is put right where it was typed.
    onAddress(address, () => setAddress(""));
  };
  return (
    <form class="hours-new" onSubmit={submit}>
      <Field
        label={t("busy-address")} help={t("busy-address-help")} name="calendar-address" inputMode="url" autocomplete="off"
        required value={address} onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <button type="submit" disabled={busy}>{t("busy-address-add")}</button>
    </form>
  );
}
