/** The invited person comes in: for whom the invitation is, what awaits them, and the few things they choose. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount } from "../context.ts";
import type { LinkFacts } from "../contract.ts";
import { go } from "../router.ts";
import { ownZone } from "../text/dates.ts";
import { language, t } from "../text/fluent.ts";
import { chooseLanguage } from "../text/languages.ts";
import { Field } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";
import { StayTick } from "./door_fields.tsx";
import { Door, Fault } from "./form.tsx";
import { ForWhom } from "./for_whom.tsx";
import { keepLanguage } from "./language.ts";
import { Cover, useMailedLink, WhyDead, type MailedLink } from "./mailed_link.tsx";
import { PasswordField } from "./password_field.tsx";

export function InvitationPage(): JSX.Element {
  const link = useMailedLink();
  const open = async (): Promise<void> => {
    const facts = await link.look();
    keepLanguage(chooseLanguage([facts.language]));
  };
  if (link.dead) {
    return (
      <Door title={t("link-dead-title")}>
        <WhyDead link={link} />
        <p>{t("invitation-anew")}</p>
        <Link href="/" class="button main wide">
          {t("sign-in")}
        </Link>
      </Door>
    );
  }
  return (
    <Door title={t(link.facts ? "invitation-accept-title" : "invitation-title")}>
      {link.facts ? (
        <Accept link={link} facts={link.facts} />
      ) : (
        <Cover link={link} lead={t("invitation-lead")} button={t("invitation-open")} onOpen={open} />
      )}
    </Door>
  );
}

function Accept({ link, facts }: { link: MailedLink; facts: LinkFacts }): JSX.Element {
  const account = useAccount();
  const [form, setForm] = useState({ name: facts.name, password: "", stay: false });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const submit = (event: Event): void => {
    event.preventDefault();
    link.run(async () => {
      const { name, password, stay } = form;
      await account.comeIn("/invitations/accept", {
        token: link.token, name: name.trim(), password: password || null, stay,
        language: language.value, zone: ownZone(),
      });
      go("/", { replace: true });
    });
  };
  return (
    <>
      <ForWhom facts={facts} />
      <p>{t("invitation-what")}</p>
      <form onSubmit={submit}>
        <Field
          label={t("name")} name="name" autocomplete="name" required value={form.name}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
        <PasswordField
          label={t("password-optional")} help={t("password-optional-help")} autocomplete="new-password"
          required={false} value={form.password} onPassword={(password) => set({ password })}
        />
        <StayTick stay={form.stay} onTick={(stay) => set({ stay })} />
        <Fault words={link.fault} />
        <button type="submit" class="main" disabled={link.busy}>
          {link.busy ? t("one-moment") : t("sign-in")}
        </button>
      </form>
    </>
  );
}
