/** People as one plain list; what can be done for one of them stands behind their name. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { PassOn } from "../accounts/pass_on.tsx";
import { useStudio } from "../context.ts";
import type { CohortPage, InvitationLink, Part as PersonPart } from "../contract.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice, Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { Worded } from "../ui/worded.tsx";
import { organisationOptions, passOn } from "./inviting.tsx";
import { arrivalInWords, isAwaited, TAKING_PART, TEAM } from "./people.ts";
import type { SectionProps } from "./run_page.tsx";
import { finds } from "./search.ts";

/** A short list needs no search. */
const FEW = 8;
const ALL = "";
const AWAITED = "awaited";

type PeopleListProps = SectionProps & {
  people: readonly PersonPart[];
  title: string;
  empty: string;
};

export function PeopleList({ run, page, people, title, empty }: PeopleListProps): JSX.Element {
  const [wanted, setWanted] = useState({ words: "", role: ALL, organisation: ALL });
  const [opened, setOpened] = useState<string | null>(null);
  const set = (change: Partial<typeof wanted>): void => setWanted((now) => ({ ...now, ...change }));
  const compare = compareNames(locale.value);
  const shown = people
    .filter((part) => fits(part, wanted))
    .sort((a, b) => compare(a.person.name, b.person.name));
  const awaited = people.filter(isAwaited).length;
  return (
    <Part
      title={title}
      state={
        <p class="soft">
          {people.length === 0 ? empty : t("people-count", { count: people.length })}
          {awaited > 0 && <> · {t("awaited-count", { count: awaited })}</>}
        </p>
      }
    >
      {people.length > FEW && <Filters page={page} wanted={wanted} set={set} />}
      {people.length > 0 && shown.length === 0 && <p>{t("nobody-found")}</p>}
      <ul class="rows">
        {shown.map((part) => {
          const key = `${part.person.id} ${part.role}`;
          const toggle = (): void => setOpened(opened === key ? null : key);
          return <PersonRow key={key} run={run} page={page} part={part} open={opened === key} onToggle={toggle} />;
        })}
      </ul>
    </Part>
  );
}

interface Wanted {
  words: string;
  role: string;
  organisation: string;
}

function fits(part: PersonPart, { words, role, organisation }: Wanted): boolean {
  if (role === AWAITED ? !isAwaited(part) : role !== ALL && role !== part.role) return false;
  if (organisation !== ALL && organisation !== part.organisation) return false;
  return finds(words, part.person.name, part.email);
}

function Filters({ page, wanted, set }: { page: CohortPage; wanted: Wanted; set: (change: Partial<Wanted>) => void }): JSX.Element {
  const roles = [...TAKING_PART, ...TEAM].filter((role) => page.people.some((part) => part.role === role));
  const organisations = organisationOptions(page).filter(({ value }) => value !== ALL);
  return (
    <div class="filters">
      <Field
        label={t("find-person")} type="search" name="find" autocomplete="off" value={wanted.words}
        onInput={(event) => set({ words: event.currentTarget.value })}
      />
      <Choice
        label={t("show-whom")} value={wanted.role} onChoose={(role) => set({ role })}
        options={[
          { value: ALL, label: t("everybody") },
          { value: AWAITED, label: t("not-here-yet") },
          ...roles.map((role) => ({ value: role, label: t(`role-${role}`) })),
        ]}
      />
      {organisations.length > 1 && (
        <Choice
          label={t("organisation")} value={wanted.organisation} onChoose={(organisation) => set({ organisation })}
          options={[{ value: ALL, label: t("all-organisations") }, ...organisations]}
        />
      )}
    </div>
  );
}

type PersonRowProps = SectionProps & {
  part: PersonPart;
  open: boolean;
  onToggle: () => void;
};

function PersonRow({ run, page, part, open, onToggle }: PersonRowProps): JSX.Element {
  const { me } = useStudio();
  const { person, role } = part;
  const organisation = page.organisations.find(({ id }) => id === part.organisation);
  return (
    <li class="entry-block">
      <button type="button" class="entry-button" aria-expanded={open} onClick={onToggle}>
        <span class="entry-words">
          <strong>
            <Bdi text={person.name} />
          </strong>{" "}
          <span class="soft">
            {t(`role-${role}`)}
            {organisation && page.organisations.length > 1 && (
              <>
                {" · "}
                <Worded names={organisation.names} />
              </>
            )}
          </span>
        </span>
        <span class={isAwaited(part) ? "arrival awaited" : "arrival"}>{arrivalInWords(part, Date.now(), me.zone)}</span>
      </button>
      {open && <PersonActs run={run} page={page} part={part} />}
    </li>
  );
}

function PersonActs({ run, page, part }: SectionProps & { part: PersonPart }): JSX.Element {
  const { me } = useStudio();
  const { busy, fault, run: doIt } = useDoing();
  const [fresh, setFresh] = useState<InvitationLink | null>(null);
  const [asking, setAsking] = useState(false);
  const { person, role } = part;
  const again = (): void => {
    void doIt(async () => setFresh(passOn(await run.inviteAgain(person.id), me.language, me)));
  };
  const end = (): void => void doIt(() => run.endPart(person.id, role));
  if (fresh) return <PassOn fresh={fresh} onAnother={() => setFresh(null)} another={t("close")} />;
  return (
    <div class="entry-acts">
      {part.email && (
        <p class="soft">
          {t("invited-at")} <Bdi text={part.email} />
        </p>
      )}
      <Fault words={fault} />
      {asking ? (
        <Ask words={t("end-part-ask", { name: person.name, role: t(`role-${role}`) })} busy={busy} yes={t("end-part-now")} onYes={end} onNo={() => setAsking(false)} />
      ) : (
        <p class="row">
          {isAwaited(part) && (
            <button type="button" disabled={busy} onClick={again}>
              {t("new-link")}
            </button>
          )}
          {(page.lead || part.organisation !== null) && page.state !== "ended" && (
            <button type="button" class="quiet danger" onClick={() => setAsking(true)}>
              {t("end-part")}
            </button>
          )}
        </p>
      )}
      {isAwaited(part) && !asking && <p class="soft">{t("new-link-help")}</p>}
    </div>
  );
}

interface AskProps {
  words: string;
  yes: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Before something ends. The focus is on the way back. */
export function Ask({ words, yes, busy, onYes, onNo }: AskProps): JSX.Element {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <div class="ask" role="alertdialog" aria-label={yes}>
      <p>{words}</p>
      <p class="row">
        <button type="button" class="main" ref={no} onClick={onNo}>
          {t("cancel")}
        </button>
        <button type="button" class="quiet danger" disabled={busy} onClick={onYes}>
          {busy ? t("one-moment") : yes}
        </button>
      </p>
    </div>
  );
}
