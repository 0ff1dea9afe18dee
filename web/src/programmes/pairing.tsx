/** Choosing by hand who works with whom. Who has nobody yet comes first. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import type { CohortPage, MentorshipMember, Part as PersonPart } from "../contract.ts";
import { useCommand } from "../mine/command.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field, Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { Worded } from "../ui/worded.tsx";
import { inMentorship, isAwaited } from "./people.ts";
import type { SectionProps } from "./run_page.tsx";
import { finds } from "./search.ts";

const FEW = 10;
const SIDES = ["mentor", "mentee"] as const;

type Chosen = ReadonlyMap<string, MentorshipMember>;

type PairingProps = SectionProps & {
  onOpened: (names: string) => void;
  /** Chosen from the beginning. */
  first?: readonly MentorshipMember[];
  /** What is done with those who are chosen; else their room opens at once. */
  act?: { title: string; lead: string; label: string; of: (people: MentorshipMember[]) => Promise<void> };
  /** What else there is to choose. */
  children?: ComponentChildren;
};

export function Pairing({ run, page, onOpened, first = [], act, children }: PairingProps): JSX.Element {
  const { busy, fault, run: doIt } = useDoing();
  const [chosen, setChosen] = useState<Chosen>(() => new Map(first.map((member) => [keyOf(member.person, member.role), member])));
  const command = useCommand();
  const [everybody, setEverybody] = useState(false);
  const taken = inMentorship(page);
  const free = page.people.filter(({ person, arrival }) => arrival !== "gone" && (everybody || !taken.has(person.id)));
  const chosenParts = page.people.filter(({ person, role }) => chosen.has(keyOf(person.id, role)));
  const names = listOfNames(chosenParts.map(({ person }) => person.name), locale.value);
  const ready = SIDES.every((side) => chosenParts.some(({ role }) => role === side));
  const choose = (member: MentorshipMember, on: boolean): void => {
    const key = keyOf(member.person, member.role);
    setChosen((before) => {
      const after = new Map(before);
      if (on) after.set(key, member);
      else after.delete(key);
      return after;
    });
  };
  const open = (): void => {
    void doIt(async () => {
      if (act) await act.of([...chosen.values()]);
      else await command({ people: [...chosen.values()] }, run.openMentorship);
      // Who was chosen meanwhile, for the next pair, stays chosen.
      setChosen((now) => new Map([...now].filter(([key]) => !chosen.has(key))));
      onOpened(names);
    });
  };
  return (
    <Part title={act?.title ?? t("pairing-title")} state={<p class="soft">{act?.lead ?? t("pairing-lead")}</p>}>
      <div class="side-by-side sides">
        {SIDES.map((side) => (
          <Side
            key={side} page={page} side={side} chosen={chosen} onChoose={choose}
            people={free.filter(({ role }) => role === side)}
          />
        ))}
      </div>
      {taken.size > 0 && (
        <Tick
          label={t("pairing-everybody")} help={t("pairing-everybody-help")} name="everybody" checked={everybody}
          onTick={setEverybody}
        />
      )}
      <Fault words={fault} />
      <div class="chosen" role="status">
        <p>
          {ready ? t("pairing-chosen", { names }) : t(chosen.size === 0 ? "pairing-none-chosen" : "pairing-other-side")}
        </p>
        {ready && children}
        {ready && (
          <button type="button" class="main" disabled={busy} onClick={open}>
            {busy ? t("one-moment") : (act?.label ?? t("open-room"))}
          </button>
        )}
      </div>
    </Part>
  );
}

const keyOf = (person: string, role: string): string => `${role} ${person}`;

interface SideProps {
  page: CohortPage;
  side: MentorshipMember["role"];
  people: readonly PersonPart[];
  chosen: Chosen;
  onChoose: (member: MentorshipMember, on: boolean) => void;
}

function Side({ page, side, people, chosen, onChoose }: SideProps): JSX.Element {
  const [words, setWords] = useState("");
  const compare = compareNames(locale.value);
  const shown = people
    .filter(({ person }) => finds(words, person.name) || chosen.has(keyOf(person.id, side)))
    .sort((a, b) => compare(a.person.name, b.person.name));
  return (
    <fieldset class="boxed side-choice">
      <legend>{t(`pairing-${side}s`)}</legend>
      {people.length > FEW && (
        <Field
          label={t("find-person")} type="search" name={`find-${side}`} autocomplete="off" value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {people.length === 0 && <p class="soft">{t(`pairing-no-${side}s`)}</p>}
      <ul>
        {shown.map((part) => {
          const { person } = part;
          const organisation = page.organisations.find(({ id }) => id === part.organisation);
          return (
            <li key={person.id}>
              <label class="side-pick">
                <input
                  type="checkbox" name={side} checked={chosen.has(keyOf(person.id, side))}
                  onChange={(event) => onChoose({ person: person.id, role: side }, event.currentTarget.checked)}
                />
                <span>
                  <Bdi text={person.name} />
                  <span class="soft">
                    {organisation && page.organisations.length > 1 && (
                      <>
                        {" "}
                        <Worded names={organisation.names} />
                      </>
                    )}
                    {isAwaited(part) && ` · ${t("not-here-yet")}`}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
