/** The door: with a password, by a mailed link, with the code of the second step where somebody turned it on. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount } from "../context.ts";
import { isRefused } from "../http.ts";
import { path } from "../router.ts";
import { t } from "../text/fluent.ts";
import { Field } from "../ui/field.tsx";
import { AskForLink, type LinkKind } from "./ask_for_link.tsx";
import { CodeField, StayTick } from "./door_fields.tsx";
import { Door, Fault, useDoing } from "./form.tsx";
import { PasswordField } from "./password_field.tsx";
import { keepWanted } from "./wanted.ts";
import "./pages.css";

type Step = "password" | "code" | LinkKind;

const TITLES: Record<Step, string> = {
  password: "sign-in-title", code: "code-title", sign_in: "link-title", password_reset: "forgotten-title",
};
const LEADS: Record<LinkKind, string> = { sign_in: "link-lead", password_reset: "forgotten-lead" };

export function SignInPage({ ended }: { ended: boolean }): JSX.Element {
  const [step, setStep] = useState<Step>("password");
  // One form over all steps: what was typed at one is there at the next, and on the way back.
  const [form, setForm] = useState<Form>({ email: "", password: "", code: "", stay: false });
  const set = (change: Partial<Form>): void => setForm((now) => ({ ...now, ...change }));
  return (
    <Door title={t(TITLES[step])} toField>
      {step === "password" && <PasswordStep ended={ended} form={form} set={set} go={setStep} />}
      {step === "code" && <CodeStep form={form} set={set} go={setStep} />}
      {(step === "sign_in" || step === "password_reset") && (
        <>
          <p class="lead">{t(LEADS[step])}</p>
          <AskForLink
            kind={step} email={form.email} onEmail={(email) => set({ email })} onSent={() => keepWanted(path.value)}
          />
          <Back go={setStep} />
        </>
      )}
    </Door>
  );
}

interface Form {
  email: string;
  password: string;
  code: string;
  stay: boolean;
}

interface StepProps {
  form: Form;
  set: (change: Partial<Form>) => void;
  go: (step: Step) => void;
}

function PasswordStep({ form, set, go, ended }: StepProps & { ended: boolean }): JSX.Element {
  const account = useAccount();
  const { busy, fault, run } = useDoing();
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      const { email, password, stay } = form;
      try {
        await account.comeIn("/login", { email: email.trim(), password, stay });
      } catch (error) {
        if (!isRefused(error, "code_required")) throw error;
        go("code");
      }
    });
  };
  return (
    <>
      <p class="lead">{ended ? t("sign-in-ended") : t("sign-in-lead")}</p>
      <form onSubmit={submit}>
        <Field
          label={t("email")} type="email" name="email" autocomplete="username" inputMode="email" required
          value={form.email} onInput={(event) => set({ email: event.currentTarget.value })}
        />
        <PasswordField
          label={t("password")} autocomplete="current-password" value={form.password}
          onPassword={(password) => set({ password })}
        />
        <StayTick stay={form.stay} onTick={(stay) => set({ stay })} />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("sign-in")}
        </button>
      </form>
      <div class="door-ways">
        <button type="button" class="quiet" onClick={() => go("sign_in")}>
          {t("mail-me-a-link")}
        </button>
        <button type="button" class="quiet" onClick={() => go("password_reset")}>
          {t("password-forgotten")}
        </button>
      </div>
    </>
  );
}

function CodeStep({ form, set, go }: StepProps): JSX.Element {
  const account = useAccount();
  const { busy, fault, run } = useDoing();
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      const { email, password, code, stay } = form;
      await account.comeIn("/login", { email: email.trim(), password, code: code.trim(), stay });
    });
  };
  return (
    <>
      <p class="lead">{t("code-lead")}</p>
      <form onSubmit={submit}>
        <CodeField code={form.code} onCode={(code) => set({ code })} />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("sign-in")}
        </button>
      </form>
      <Back go={go} />
    </>
  );
}

const Back = ({ go }: { go: (step: Step) => void }): JSX.Element => (
  <div class="door-ways">
    <button type="button" class="quiet" onClick={() => go("password")}>
      {t("back-to-door")}
    </button>
  </div>
);
