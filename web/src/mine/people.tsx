/** My people by first name, each with our room and when we meet. On a narrow screen the list of my rooms names them. */
import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import type { MyMentorship, MyPart, Person } from "../contract.ts";
import { roomPath } from "../router.ts";
import { firstName } from "../rooms/names.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Face } from "./face.tsx";
import { NextDate, useFirstMove } from "./next_date.tsx";
import { usePhotos } from "./photos.ts";
import { STATES } from "./roles.ts";

interface Met {
  mentorship: MyMentorship;
  people: readonly Person[];
  unread: number;
}

export function People({ parts }: { parts: readonly MyPart[] }): JSX.Element | null {
  const met = useMet(parts);
  const photos = usePhotos();
  const first = useFirstMove();
  if (met.length === 0) return null;
  return (
    <section class="home-part wide-only">
      <h2>{t("my-people")}</h2>
      <ul class="people">
        {met.map(({ mentorship, people, unread }) => (
          <li key={mentorship.id} class="card meets">
            <Link href={roomPath(mentorship.room)} class="person">
              <span class="faces">
                {people.map((person) => (
                  <Face key={person.id} person={person} mark={photos[person.id]} large />
                ))}
              </span>
              <strong>
                <Bdi text={listOfNames(people.map(({ name }) => firstName(name)), locale.value)} />
              </strong>
              <span class="soft">{t(mentorship.role === "mentee" ? "role-mentor" : "role-mentee")}</span>
              {mentorship.state !== "active" && <span class="soft">{t(STATES[mentorship.state])}</span>}
              {unread > 0 && <span class="new">{t("new-count", { count: unread })}</span>}
            </Link>
            <NextDate mentorship={mentorship} first={first === mentorship.room} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a narrow screen, over the list of my rooms: when I meet whom, and what there is to do for it. */
export function Next(): JSX.Element | null {
  const { studio } = useStudio();
  const met = useMet(studio.programmes.parts.value ?? []);
  const first = useFirstMove();
  if (met.length === 0) return null;
  return (
    <ul class="next narrow-only" aria-label={t("next-dates-of-mine")}>
      {met.map(({ mentorship }) => (
        <li key={mentorship.id} class="card meets">
          <NextDate mentorship={mentorship} first={first === mentorship.room} named />
        </li>
      ))}
    </ul>
  );
}

/** Those that go on, or rest, by name. */
function useMet(parts: readonly MyPart[]): Met[] {
  const { studio, me } = useStudio();
  const rooms = studio.rooms.all.value ?? [];
  const compare = compareNames(locale.value);
  const met: Met[] = [];
  for (const mentorship of parts.flatMap(({ mentorships }) => mentorships)) {
    const card = rooms.find(({ id }) => id === mentorship.room)?.card.value;
    if (!card || (mentorship.state !== "active" && mentorship.state !== "paused")) continue;
    const people = card.people.filter(({ id }) => id !== me.id).sort((a, b) => compare(a.name, b.name));
    met.push({ mentorship, people, unread: card.unread });
  }
  return met.sort((a, b) => compare(a.people[0]?.name ?? "", b.people[0]?.name ?? ""));
}
