/** What the programme gives the people of a room to read; what is wanted goes on their own shelf. */
import type { JSX } from "preact";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { LibraryItem, MyLibrary } from "../../../contract.ts";
import { useAsked } from "../../../mine/asked.ts";
import { partOf } from "../../../mine/programmes.ts";
import { t } from "../../../text/fluent.ts";
import { LANGUAGES, OWN_NAMES } from "../../../text/languages.ts";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";

/** Of the run that the room belongs to, as far as it is for me. */
function useLibrary(room: Room): readonly LibraryItem[] {
  const { studio } = useStudio();
  const run = partOf(studio.programmes.parts.value, room.id)?.cohort.id;
  const { value } = useAsked<MyLibrary>(run ? "/me/library" : null);
  return value?.runs.find(({ cohort }) => cohort === run)?.items ?? [];
}

export function FirstToRead({ room }: { room: Room }): JSX.Element | null {
  const first = useLibrary(room).filter((item) => item.first);
  const met = (room.snapshot.value?.things?.meetings ?? []).some(({ body }) => body.state !== "open");
  if (first.length === 0 || met) return null;
  return <Items room={room} id="first-to-read" title={t("first-to-read")} items={first} />;
}

export function FromProgramme({ room }: { room: Room }): JSX.Element | null {
  const items = useLibrary(room);
  if (items.length === 0) return null;
  return <Items room={room} id="from-programme-title" title={t("library-of-programme")} items={items} />;
}

interface ItemsProps {
  room: Room;
  id: string;
  title: string;
  items: readonly LibraryItem[];
}

function Items({ room, id, title, items }: ItemsProps): JSX.Element {
  const { act, busy, fault } = useAct(room);
  const snapshot = room.snapshot.value;
  const pinned = new Set((snapshot?.things?.pins ?? []).map(({ body }) => body.link || body.title));
  const put = ({ title: name, link = "", words = "", author = "", licence = "" }: LibraryItem): void => {
    const credit = [author, licence].filter(Boolean).join(" · ");
    void act("room.pin", link ? { what: "link", title: name, link, why: credit } : { what: "note", title: name, note: words, why: credit });
  };
  return (
    <section class="thing" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="things">
        {items.map((item) => (
          <li key={`${item.title} ${item.link}`} class="thing-row" lang={item.language}>
            <div class="thing-words">
              <p class="thing-name" dir="auto">
                {item.link ? (
                  <a href={item.link} target="_blank" rel="noopener noreferrer nofollow">
                    {item.title}
                  </a>
                ) : (
                  item.title
                )}
              </p>
              {item.words && (
                <p class="thing-text" dir="auto">
                  {item.words}
                </p>
              )}
              <p class="soft">{[tongue(item.language), item.author, item.licence].filter(Boolean).join(" · ")}</p>
            </div>
            {snapshot?.closed == null && !pinned.has(item.link || item.title) && (
              <button type="button" class="quiet" disabled={busy} onClick={() => put(item)}>
                {t("put-on-shelf")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Fault words={fault} />
    </section>
  );
}

const tongue = (tag: string): string => {
  const known = LANGUAGES.find((language) => language === tag);
  return known ? OWN_NAMES[known] : tag;
};
