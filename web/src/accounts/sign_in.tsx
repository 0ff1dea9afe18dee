import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount } from "../context.ts";
import { t } from "../text/fluent.ts";
import { Field } from "../ui/field.tsx";
import { Door, Fault, useDoing } from "./form.tsx";

export function SignInPage({ ended }: { ended: boolean }): JSX.Element {
  const account = useAccount();
  const { busy, fault, run } = useDoing();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(() => account.signIn({ email: email.trim(), password }));
  };
  return (
    <Door title={t("sign-in-title")}>
      <p class="lead">{ended ? t("sign-in-ended") : t("sign-in-lead")}</p>
      <form onSubmit={submit}>
        <Field
          label={t("email")} type="email" name="email" autocomplete="username" inputMode="email" required
          value={email} onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <Field
          label={t("password")} type="password" name="password" autocomplete="current-password" required
          value={password} onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("sign-in")}
        </button>
      </form>
    </Door>
  );
}
