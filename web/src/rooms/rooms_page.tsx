/** My rooms and the open one: side by side where there is space, else one after the other. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { menu } from "../accounts/later.ts";
import { useStudio } from "../context.ts";
import { mine } from "../mine/later.ts";
import { ownPage } from "../pages.tsx";
import { ProgrammesEntry } from "../programmes/entry.tsx";
import { path, placeOf } from "../router.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon, Mark } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import { showUnread } from "../ui/title.ts";
import { WayToFind } from "./memory/way.tsx";
import { firstName, monogram } from "./names.ts";
import { extras } from "./parts.ts";
import { RoomList } from "./room_list.tsx";
import { RoomPage } from "./room_page.tsx";
import { roomName } from "./room_name.tsx";
import { Greeting } from "./greeting.tsx";

/** By then the rooms are there; who loses the network later has the menu too. */
const MENU_MS = 3_000;

export function Rooms(): JSX.Element {
  const { studio, me } = useStudio();
  const [open, setOpen] = useState<"menu" | "keys" | null>(null);
  const address = placeOf(path.value);
  const id = address?.room ?? null;
  const room = studio.rooms.all.value?.find((mine) => mine.id === id) ?? null;
  const own = ownPage(path.value);
  const unread = studio.rooms.unread.value;
  const place = room ? roomName(room.card.value, me.id) : t(own?.title ?? "my-rooms");
  useEffect(() => showUnread(unread, place), [unread, place]);
  useEffect(() => {
    const timer = setTimeout(() => void menu.load(), MENU_MS);
    return () => clearTimeout(timer);
  }, []);
  const showMenu = (): void => {
    void menu.load();
    setOpen("menu");
  };
  const showKeys = (): void => {
    void extras.load();
    setOpen("keys");
  };
  useQuestionMark(showKeys);
  const atHome = !id && !own && (studio.programmes.parts.value?.length ?? 0) > 0;
  useEffect(() => {
    if (atHome) void mine.load();
  }, [atHome]);
  const Extras = extras.value;
  const Own = menu.value;
  const Mine = atHome ? mine.value : null;

  return (
    <div class={id || own ? "app in-room" : Mine ? "app at-home" : "app"}>
      {(id || own) && (
        <a class="skip" href="#main">
          {t(id ? "skip" : "skip-rooms")}
        </a>
      )}
      <div class="stage">
        <div class="side">
          <header class="top">
            <Link href="/" class="brand">
              <Mark /> <span>Atelje</span>
              <span class="unseen">, {t("my-rooms")}</span>
            </Link>
            {!id && !own && (studio.rooms.all.value?.length ?? 0) > 0 && <WayToFind room={null} />}
            <button type="button" class="quiet me-button" aria-haspopup="dialog" onClick={showMenu}>
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
            {Mine && <Mine.Next />}
            <RoomList open={id} />
            <ProgrammesEntry />
          </div>
        </div>
        {id ? (
          <RoomPage key={id} id={id} message={address?.message ?? null} at={address?.at ?? "talk"} banner={<Banner />} />
        ) : own ? (
          <own.Page key={path.value} />
        ) : Mine ? (
          <Mine.Home />
        ) : (
          <Welcome />
        )}
      </div>
      {Mine && <Mine.Foot />}
      {Own && open === "menu" && <Own.Menu onClose={() => setOpen(null)} onKeys={showKeys} />}
      {Extras && open === "keys" && <Extras.Keys onClose={() => setOpen(null)} />}
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
