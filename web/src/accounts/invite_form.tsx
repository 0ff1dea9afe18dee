import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Invite } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { chooseLanguage } from "../text/languages.ts";
import { Choice, Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { Fault, useDoing } from "./form.tsx";
import { LANGUAGE_OPTIONS } from "./language_choice.tsx";

interface InviteFormProps {
  /** One after another: the focus is in the first field. */
  another: boolean;
  onInvite: (form: Invite) => Promise<void>;
}

export function InviteForm({ another, onInvite }: InviteFormProps): JSX.Element {
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (another) place.current?.querySelector("input")?.focus();
  }, []);
  const { me } = useStudio();
  const { busy, fault, run } = useDoing();
  const [form, setForm] = useState({ name: "", email: "", language: chooseLanguage([me.language]) as string });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(() => onInvite({ name: form.name.trim(), email: form.email.trim(), language: form.language }));
  };
  return (
    <Part title={t("invite-title")} state={<p class="soft">{t("invite-lead")}</p>}>
      <form class="part-form" ref={place} onSubmit={submit}>
        <Field
          label={t("invite-name")} name="name" autocomplete="off" required value={form.name}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
        <Field
          label={t("email")} type="email" name="email" autocomplete="off" inputMode="email" required value={form.email}
          onInput={(event) => set({ email: event.currentTarget.value })}
        />
        <Choice
          label={t("invite-language")} value={form.language} options={LANGUAGE_OPTIONS}
          onChoose={(language) => set({ language })}
        />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t("invite")}
          </button>
        </p>
      </form>
    </Part>
  );
}
