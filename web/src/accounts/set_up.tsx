/** The first person of an empty server, by the single-use link that the server printed. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount } from "../context.ts";
import { go, linkToken } from "../router.ts";
import { ownZone } from "../text/dates.ts";
import { language, t } from "../text/fluent.ts";
import { Field } from "../ui/field.tsx";
import { Door, Fault, useDoing } from "./form.tsx";
import { PasswordField } from "./password_field.tsx";
import "./pages.css";

export function SetUpPage(): JSX.Element {
  const account = useAccount();
  const { busy, fault, run } = useDoing();
  const [token] = useState(() => linkToken.peek());
  const [form, setForm] = useState({ name: "", email: "", password: "" });
  const set = (name: keyof typeof form) => (event: { currentTarget: HTMLInputElement }): void => {
    const { value } = event.currentTarget;
    setForm((now) => ({ ...now, [name]: value }));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      const { name, email, password } = form;
      const mine = { name: name.trim(), email: email.trim(), password };
      await account.comeIn("/set-up", { token, ...mine, language: language.value, zone: ownZone() });
      go("/", { replace: true });
    });
  };
  return (
    <Door title={t("set-up-title")}>
      <p class="lead">{t("set-up-lead")}</p>
      <form onSubmit={submit}>
        <Field label={t("name")} name="name" autocomplete="name" required value={form.name} onInput={set("name")} />
        <Field
          label={t("email")} type="email" name="email" autocomplete="username" inputMode="email" required
          value={form.email} onInput={set("email")}
        />
        <PasswordField
          label={t("password")} help={t("password-help")} autocomplete="new-password" value={form.password}
          onPassword={(password) => setForm((now) => ({ ...now, password }))}
        />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("set-up")}
        </button>
      </form>
    </Door>
  );
}
