/** A new password by a mailed link. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount } from "../context.ts";
import type { LinkFacts } from "../contract.ts";
import { go } from "../router.ts";
import { t } from "../text/fluent.ts";
import { CodeField, StayTick } from "./door_fields.tsx";
import { Door, Fault } from "./form.tsx";
import { ForWhom } from "./for_whom.tsx";
import { Cover, DeadLink, useMailedLink, type MailedLink } from "./mailed_link.tsx";
import { PasswordField } from "./password_field.tsx";
import { takeWanted } from "./wanted.ts";

export function ResetPage(): JSX.Element {
  const link = useMailedLink();
  return (
    <Door title={t(link.dead ? "link-dead-title" : link.facts ? "reset-choose-title" : "reset-title")}>
      {link.dead ? (
        <DeadLink link={link} kind="password_reset" />
      ) : link.facts ? (
        <NewPassword link={link} facts={link.facts} />
      ) : (
        <Cover link={link} lead={t("reset-lead")} button={t("go-on")} onOpen={link.look} />
      )}
    </Door>
  );
}

function NewPassword({ link, facts }: { link: MailedLink; facts: LinkFacts }): JSX.Element {
  const account = useAccount();
  const [form, setForm] = useState({ password: "", code: "", stay: false });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const submit = (event: Event): void => {
    event.preventDefault();
    link.run(async () => {
      const { password, code, stay } = form;
      await account.comeIn("/password/reset", {
        token: link.token, password, stay, code: facts.code ? code.trim() : null,
      });
      go(takeWanted(), { replace: true });
    });
  };
  return (
    <>
      <ForWhom facts={facts} />
      <p>{t("reset-what")}</p>
      <form onSubmit={submit}>
        <PasswordField
          label={t("new-password")} help={t("password-help")} autocomplete="new-password" value={form.password}
          onPassword={(password) => set({ password })}
        />
        {facts.code && <CodeField code={form.code} onCode={(code) => set({ code })} />}
        <StayTick stay={form.stay} onTick={(stay) => set({ stay })} />
        <Fault words={link.fault} />
        <button type="submit" class="main" disabled={link.busy}>
          {link.busy ? t("one-moment") : t("reset-save")}
        </button>
      </form>
    </>
  );
}
