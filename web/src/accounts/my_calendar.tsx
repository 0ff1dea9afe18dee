/** My dates in my own calendar: invitations, what they are called there, and an address to subscribe to. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useHttp, useStudio } from "../context.ts";
import type { CalendarWishes, FeedAddress } from "../contract.ts";
import { momentDay } from "../mine/days.ts";
import { t } from "../text/fluent.ts";
import { Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { CopyButton } from "./copy.tsx";
import { Fault, useDoing } from "./form.tsx";

export function MyCalendar(): JSX.Element | null {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [wishes, setWishes] = useState<CalendarWishes | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const load = async (): Promise<void> => setWishes(await http<CalendarWishes>("GET", "/me/calendar-wishes"));
  useEffect(() => void run(load), []);
  if (!wishes) return fault ? <Fault words={fault} /> : null;
  const { titles, invitations, feed_since: since } = wishes;
  const wish = (changed: Partial<CalendarWishes>): void =>
    void run(async () =>
      setWishes(await http<CalendarWishes>("PUT", "/me/calendar-wishes", { titles, invitations, ...changed })),
    );
  const begin = async (): Promise<void> => {
    const { path } = await http<FeedAddress>("POST", "/me/calendar-feed");
    setAddress(new URL(path, location.origin).href);
    await load();
  };
  const end = async (): Promise<void> => {
    await http("DELETE", "/me/calendar-feed");
    setAddress(null);
    await load();
  };
  return (
    <Part title={t("calendar-title")}>
      <Tick
        label={t("calendar-invitations")} help={t("calendar-invitations-help")} name="invitations" checked={invitations}
        onTick={(on) => wish({ invitations: on })}
      />
      <Tick
        label={t("calendar-names")} help={t("calendar-names-help")} name="names" checked={titles === "names"}
        onTick={(on) => wish({ titles: on ? "names" : "plain" })}
      />
      <p class="soft">
        {t("calendar-feed")} {since != null && t("calendar-feed-since", { day: momentDay(since, me) })}
      </p>
      {address && (
        <>
          <p>{t("calendar-feed-once")}</p>
          <p class="link-to-copy" dir="ltr">{address}</p>
          <p class="row">
            <CopyButton text={address} />
          </p>
        </>
      )}
      <p class="row">
        <button type="button" disabled={busy} onClick={() => void run(begin)}>
          {t(since == null ? "calendar-feed-begin" : "calendar-feed-again")}
        </button>
        {since != null && (
          <button type="button" class="quiet danger" disabled={busy} onClick={() => void run(end)}>
            {t("calendar-feed-end")}
          </button>
        )}
      </p>
      <Fault words={fault} />
    </Part>
  );
}
