/** My rooms and the open one: side by side where there is space, else one after the other. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Menu } from "../accounts/menu.tsx";
import { useStudio } from "../context.ts";
import { OWN_PAGES } from "../pages.tsx";
import { path, placeOf } from "../router.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon, Mark } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import { showUnread } from "../ui/title.ts";
import { Keys } from "./keys.tsx";
import { firstName, monogram } from "./names.ts";
import { RoomList } from "./room_list.tsx";
import { RoomPage } from "./room_page.tsx";
import { roomName } from "./room_name.tsx";
import { Greeting } from "./greeting.tsx";

export function Rooms(): JSX.Element {
  const { studio, me } = useStudio();
  const [open, setOpen] = useState<"menu" | "keys" | null>(null);
  const address = placeOf(path.value);
  const id = address?.room ?? null;
  const room = studio.rooms.all.value?.find((mine) => mine.id === id) ?? null;
  const own = OWN_PAGES[path.value];
  const unread = studio.rooms.unread.value;
  const place = room ? roomName(room.card.value, me.id) : t(own?.title ?? "my-rooms");
  useEffect(() => showUnread(unread, place), [unread, place]);
  useQuestionMark(() => setOpen("keys"));

  return (
    <div class={id || own ? "app in-room" : "app"}>
      {(id || own) && (
        <a class="skip" href="#main">
          {t(id ? "skip" : "skip-rooms")}
        </a>
      )}
      <div class="side">
        <header class="top">
          <Link href="/" class="brand">
            <Mark /> <span>Atelje</span>
            <span class="unseen">, {t("my-rooms")}</span>
          </Link>
          <button type="button" class="quiet me-button" aria-haspopup="dialog" onClick={() => setOpen("menu")}>
            <span class="monogram" aria-hidden="true">
              {monogram(me.name, locale.value)}
            </span>
            <span class="me-name">
              <Bdi text={firstName(me.name)} />
            </span>
            <span class="unseen">, {t("me")}</span>
          </button>
        </header>
        {/* Without an open room the list is what one came for: on a narrow screen there is nothing else. */}
        <div {...(id || own ? {} : { role: "main" as const })}>
          {!id && <Banner />}
          {!id && !own && <Greeting narrow />}
          <RoomList open={id} />
        </div>
      </div>
      {id ? <RoomPage key={id} id={id} message={address?.message ?? null} banner={<Banner />} /> : own ? <own.Page key={path.value} /> : <Welcome />}
      {open === "menu" && <Menu onClose={() => setOpen(null)} onKeys={() => setOpen("keys")} />}
      {open === "keys" && <Keys onClose={() => setOpen(null)} />}
    </div>
  );
}

const Welcome = (): JSX.Element => (
  <aside class="welcome">
    <Mark />
    <Greeting />
  </aside>
);

/** One sentence for who writes without a network: nothing is lost. */
function Banner(): JSX.Element {
  const { studio } = useStudio();
  const offline = studio.network.value === "offline";
  const waiting = studio.outbox.waiting.value.filter((outgoing) => !outgoing.refused).length;
  return (
    <div role="status" class="banner-place">
      {offline && (
        <p class="banner">
          <Icon name="away" />
          <span>{waiting > 0 ? t("offline-waiting", { count: waiting }) : t("offline")}</span>
        </p>
      )}
    </div>
  );
}

/** `?` shows the keys, unless somebody is writing. */
function useQuestionMark(show: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.key !== "?" || target.closest("input, textarea, select, dialog")) return;
      event.preventDefault();
      show();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
