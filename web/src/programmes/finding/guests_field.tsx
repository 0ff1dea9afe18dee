/** Who of the year is asked, and who of them has to be there. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";

import type { CohortPage, NewPoll } from "../../contract.ts";
import { locale, t } from "../../text/fluent.ts";
import { compareNames } from "../../text/order.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Field } from "../../ui/field.tsx";
import { isAwaited, type Role } from "../people.ts";
import { finds } from "../search.ts";
import { PARTS, type GuestPart } from "./words.ts";

/** By person. Who is not among them is not asked. */
export type Chosen = ReadonlyMap<string, GuestPart>;

const FEW = 10;
const NOT_ASKED = "";

/** As the calendar of the year invites. */
const ROLES: Record<NewPoll["whom"], readonly Role[]> = {
  all: ["mentor", "mentee", "coordinator", "facilitator"],
  mentors: ["mentor"],
  mentees: ["mentee"],
  staff: ["coordinator", "facilitator", "safeguarding"],
};

/** Those for whom it is, as far as they are here already. */
export function invited(page: CohortPage, whom: NewPoll["whom"]): Chosen {
  const fitting = page.people.filter(
    (part) => ROLES[whom].includes(part.role) && !isAwaited(part) && part.arrival !== "gone",
  );
  return new Map(fitting.map(({ person }) => [person.id, "welcome"]));
}

interface GuestsFieldProps {
  page: CohortPage;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
}

export function GuestsField({ page, chosen, onChosen }: GuestsFieldProps): JSX.Element {
  const [words, setWords] = useState("");
  const people = oneLineEach(page);
  const shown = people.filter(({ name }) => finds(words, name));
  const put = (person: string, part: string): void => {
    const after = new Map(chosen);
    if (part === NOT_ASKED) after.delete(person);
    else after.set(person, part as GuestPart);
    onChosen(after);
  };
  const needed = people.filter(({ id }) => chosen.get(id) === "needed").length;
  return (
    <fieldset class="boxed finding-guests">
      <legend>{t("finding-guests")}</legend>
      <p role="status">
        {t("finding-guests-count", { count: chosen.size })}
        {needed > 0 && <> · {t("finding-guests-needed", { count: needed })}</>}
      </p>
      <details>
        <summary>{t("finding-guests-choose")}</summary>
        {people.length > FEW && (
          <Field
            label={t("find-person")} type="search" name="find-guest" autocomplete="off" value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        )}
        {shown.length === 0 && <p>{t("nobody-found")}</p>}
        <ul>
          {shown.map((person) => (
            <Guest key={person.id} person={person} part={chosen.get(person.id)} onPart={(part) => put(person.id, part)} />
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

interface Line {
  id: string;
  name: string;
  roles: Role[];
  awaited: boolean;
}

/** Whoever has two parts in the year is asked once. */
function oneLineEach(page: CohortPage): Line[] {
  const lines = new Map<string, Line>();
  for (const part of page.people) {
    if (part.arrival === "gone") continue;
    const { id, name } = part.person;
    const line = lines.get(id) ?? { id, name, roles: [], awaited: isAwaited(part) };
    line.roles.push(part.role);
    lines.set(id, line);
  }
  const compare = compareNames(locale.value);
  return [...lines.values()].sort((a, b) => compare(a.name, b.name));
}

interface GuestProps {
  person: Line;
  part: GuestPart | undefined;
  onPart: (part: string) => void;
}

function Guest({ person, part, onPart }: GuestProps): JSX.Element {
  const id = useId();
  return (
    <li class="entry">
      <label class="entry-words" for={id}>
        <Bdi text={person.name} />{" "}
        <span class="soft">
          {person.roles.map((role) => t(`role-${role}`)).join(", ")}
          {person.awaited && ` · ${t("not-here-yet")}`}
        </span>
      </label>
      <PartChoice id={id} part={part ?? NOT_ASKED} onPart={onPart} leavable />
    </li>
  );
}

interface PartChoiceProps {
  id: string;
  part: GuestPart | typeof NOT_ASKED;
  onPart: (part: string) => void;
  /** Not to be asked is among the choices. */
  leavable?: boolean;
}

export const PartChoice = ({ id, part, onPart, leavable = false }: PartChoiceProps): JSX.Element => (
  <select id={id} value={part} onChange={(event) => onPart(event.currentTarget.value)}>
    {leavable && <option value={NOT_ASKED}>{t("finding-part-none")}</option>}
    {(Object.keys(PARTS) as GuestPart[]).map((value) => (
      <option key={value} value={value}>
        {t(PARTS[value])}
      </option>
    ))}
  </select>
);
