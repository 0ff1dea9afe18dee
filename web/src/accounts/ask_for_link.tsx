/** A mail with a link, to an address that is typed here. The answer is the same whether or not somebody has it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useHttp } from "../context.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field } from "../ui/field.tsx";
import { Fault, useDoing } from "./form.tsx";

export type LinkKind = "sign_in" | "password_reset";

const DOORS: Record<LinkKind, string> = { sign_in: "/sign-in-link", password_reset: "/password/forgotten" };

interface AskProps {
  kind: LinkKind;
  /** Kept by the page, so that what was typed at another step is here too. */
  email: string;
  onEmail: (email: string) => void;
  onSent?: () => void;
}

export function AskForLink({ kind, email, onEmail, onSent }: AskProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [sent, setSent] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      await http("POST", DOORS[kind], { email: email.trim() });
      setSent(true);
      onSent?.();
    });
  };
  return (
    <>
      <div role="status">{sent && <Sent kind={kind} email={email.trim()} />}</div>
      {sent ? (
        <div class="door-ways">
          <button type="button" class="quiet" onClick={() => setSent(false)}>
            {t("send-link-again")}
          </button>
        </div>
      ) : (
        <form onSubmit={submit}>
          <Field
            label={t("email")} type="email" name="email" autocomplete="username" inputMode="email" required
            value={email} onInput={(event) => onEmail(event.currentTarget.value)}
          />
          <Fault words={fault} />
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t("send-link")}
          </button>
        </form>
      )}
    </>
  );
}

const Sent = ({ kind, email }: { kind: LinkKind; email: string }): JSX.Element => (
  <div class="good">
    <p>
      <strong>
        <Bdi text={email} />
      </strong>
    </p>
    <p>{t("link-sent", { minutes: kind === "sign_in" ? 20 : 30 })}</p>
    <p class="soft">{t("link-sent-help")}</p>
  </div>
);
