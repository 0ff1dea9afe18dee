/** All mentors of the run, by name; of each why, or why not. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { Person } from "../contract.ts";
import { finds } from "../programmes/search.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field } from "../ui/field.tsx";
import { PairPanel } from "./pair_panel.tsx";
import type { Shared } from "./shared.ts";

/** A short list needs no search. */
const FEW = 8;
const SHOWN = 40;

export function mentorsOf({ page }: Shared): Person[] {
  const compare = compareNames(locale.value);
  return page.people
    .filter(({ role, arrival }) => role === "mentor" && arrival !== "gone")
    .map(({ person }) => person)
    .sort((a, b) => compare(a.name, b.name));
}

export function MentorSearch({ shared, mentee }: { shared: Shared; mentee: Person }): JSX.Element {
  const [words, setWords] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const mentors = mentorsOf(shared);
  const found = mentors.filter(({ name }) => finds(words, name));
  const silent = new Set(shared.choosing.round.value!.silent.map(({ id }) => id));
  return (
    <section class="boxed" aria-label={t("search-title")}>
      <h4>{t("search-title")}</h4>
      {mentors.length > FEW && (
        <Field
          label={t("find-person")} type="search" name="find-mentor" autocomplete="off" value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {mentors.length === 0 && <p class="soft">{t("search-no-mentors")}</p>}
      {mentors.length > 0 && found.length === 0 && <p>{t("nobody-found")}</p>}
      <ul class="rows">
        {found.slice(0, SHOWN).map((mentor) => (
          <li key={mentor.id} class="entry-block">
            {silent.has(mentor.id) ? (
              <p class="entry">
                <span class="entry-words">
                  <Bdi text={mentor.name} />
                </span>
                <span class="soft">{t("search-silent")}</span>
              </p>
            ) : (
              <button
                type="button" class="entry-button" aria-expanded={opened === mentor.id}
                onClick={() => setOpened(opened === mentor.id ? null : mentor.id)}
              >
                <span class="entry-words">
                  <Bdi text={mentor.name} />
                </span>
                <span class="soft">{t("options-why")}</span>
              </button>
            )}
            {opened === mentor.id && <PairPanel shared={shared} mentee={mentee} mentor={mentor} />}
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p class="soft">{t("search-more", { count: found.length - SHOWN })}</p>}
    </section>
  );
}
