/** Inviting into a year: one person, or a list; and what came of it. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { LANGUAGE_OPTIONS } from "../accounts/language_choice.tsx";
import { PartForm } from "../accounts/part_form.tsx";
import { PassOn } from "../accounts/pass_on.tsx";
import { useStudio } from "../context.ts";
import type { CohortPage, EnrolledPerson, InvitationLink, Me, NewPart } from "../contract.ts";
import { useCommand } from "../mine/command.ts";
import { language, t } from "../text/fluent.ts";
import { chooseLanguage } from "../text/languages.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice, Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { ListForm } from "./list_form.tsx";
import type { Role } from "./people.ts";
import type { SectionProps } from "./run_page.tsx";

const LINK_LIFE_MS = 7 * 86_400_000;
export const NO_ORGANISATION = "";

type InvitingProps = SectionProps & {
  roles: readonly Role[];
  lead: string;
  /** A whole list can be taken in too. */
  lists?: boolean;
  /** Something else on the page is the next thing to do. */
  aside?: boolean;
  /** Who is there already: out of the way while a form is open. */
  children: ComponentChildren;
};

type Came = { one: InvitationLink } | { here: string } | { many: number } | null;

export function Inviting({ run, page, roles, lead, lists = false, aside = false, children }: InvitingProps): JSX.Element {
  const { me } = useStudio();
  const [open, setOpen] = useState<"one" | "list" | null>(null);
  const [came, setCame] = useState<Came>(null);
  const begin = (what: "one" | "list"): void => {
    setCame(null);
    setOpen(what);
  };
  if (came && "one" in came) {
    return (
      <>
        <PassOn fresh={came.one} onAnother={() => begin("one")} />
        {children}
      </>
    );
  }
  if (open === "one") {
    return (
      <Part title={t("invite-title")} state={<p class="soft">{t("invite-one-lead")}</p>}>
        <OneForm
          run={run} page={page} roles={roles} onCancel={() => setOpen(null)}
          onDone={(person, form) => {
            setOpen(null);
            setCame(person.link ? { one: passOn(person, form.language, me) } : { here: person.part.person.name });
          }}
        />
      </Part>
    );
  }
  if (open === "list") {
    return (
      <ListForm
        run={run} page={page} onCancel={() => setOpen(null)}
        onDone={(count) => {
          setOpen(null);
          setCame({ many: count });
        }}
      />
    );
  }
  return (
    <>
      <section class="part">
        {came && <WhatCame came={came} />}
        <p class="soft">{lead}</p>
        <p class="row">
          <button type="button" class={aside ? "" : "main"} onClick={() => begin("one")}>
            {t("invite-title")}
          </button>
          {lists && (
            <button type="button" onClick={() => begin("list")}>
              {t("invite-list")}
            </button>
          )}
        </p>
      </section>
      {children}
    </>
  );
}

/** For somebody who has an invitation: its link in words, in their language where it is known. */
export function passOn({ part, link }: EnrolledPerson, language: string, me: Me): InvitationLink {
  const invited_at = part.invited_at ?? Date.now();
  const { id, name } = part.person;
  const invitation = { id, name, email: part.email ?? "", language, state: "unopened" as const, invited_at };
  return { invitation: { ...invitation, expires_at: invited_at + LINK_LIFE_MS }, link: link ?? "", inviter: me.name };
}

function WhatCame({ came }: { came: { here: string } | { many: number } | { one: InvitationLink } }): JSX.Element {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p class="good" role="status" tabIndex={-1} ref={words}>
      {"many" in came && t("invited-many", { count: came.many })}
      {"here" in came && (
        <>
          <strong>
            <Bdi text={came.here} />
          </strong>{" "}
          {t("takes-part-now")}
        </>
      )}
    </p>
  );
}

export function organisationOptions(page: CohortPage): { value: string; label: string }[] {
  const ours = page.organisations.map(({ id, names }) => ({ value: id, label: worded(names, language.value) }));
  return page.lead ? [...ours, { value: NO_ORGANISATION, label: t("no-organisation") }] : ours;
}

export const roleOptions = (roles: readonly Role[]): { value: string; label: string }[] =>
  roles.map((value) => ({ value, label: t(`role-${value}`) }));

interface OneFormProps extends SectionProps {
  roles: readonly Role[];
  onCancel: () => void;
  onDone: (person: EnrolledPerson, form: NewPart) => void;
}

function OneForm({ run, page, roles, onCancel, onDone }: OneFormProps): JSX.Element {
  const { me } = useStudio();
  const command = useCommand();
  const organisations = organisationOptions(page);
  const [form, setForm] = useState({
    name: "", email: "", role: roles[0] ?? "mentee", language: chooseLanguage([me.language]) as string,
    organisation: organisations[0]?.value ?? NO_ORGANISATION,
  });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const work = async (): Promise<void> => {
    const person = { ...form, name: form.name.trim(), email: form.email.trim(), organisation: form.organisation || null };
    const { people } = await command({ people: [person] }, run.enrol);
    if (people[0]) onDone(people[0], person);
  };
  return (
    <PartForm button={t("invite")} work={work} onCancel={onCancel}>
      <Field
        label={t("invite-name")} name="name" autocomplete="off" required value={form.name}
        onInput={(event) => set({ name: event.currentTarget.value })}
      />
      <Field
        label={t("email")} type="email" name="email" autocomplete="off" inputMode="email" required value={form.email}
        onInput={(event) => set({ email: event.currentTarget.value })}
      />
      <Choice
        label={t("as-whom")} value={form.role} options={roleOptions(roles)}
        onChoose={(role) => set({ role: role as Role })}
      />
      <Choice
        label={t("invite-language")} value={form.language} options={LANGUAGE_OPTIONS}
        onChoose={(language) => set({ language })}
      />
      {organisations.length > 1 && (
        <Choice
          label={t("brought-by")} value={form.organisation} options={organisations}
          onChoose={(organisation) => set({ organisation })}
        />
      )}
    </PartForm>
  );
}
