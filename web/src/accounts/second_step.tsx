/** Codes at sign-in: turning them on with an app, keeping the recovery codes, turning them off. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { SecondFactorOffer } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import type { PartOfAccount } from "./my_account_page.tsx";
import { PartForm } from "./part_form.tsx";
import { Proof, proofOf, type Typed } from "./proof.tsx";
import { RecoveryCodes } from "./recovery_codes.tsx";

type Step =
  | { is: "on" | "off" | "new_codes" }
  | { is: "app"; offer: SecondFactorOffer }
  /** Told this once: they stay on the screen until somebody says that they are kept. */
  | { is: "codes"; codes: string[] };

const EMPTY: Typed = { password: "", code: "" };

export function SecondStep({ mine, opened, open }: PartOfAccount): JSX.Element | null {
  const facts = mine.facts.value;
  const [step, setStep] = useState<Step>({ is: "on" });
  const [typed, setTyped] = useState(EMPTY);
  const [done, setDone] = useState<string | null>(null);
  if (!facts) return null;
  const set = (change: Partial<Typed>): void => setTyped((now) => ({ ...now, ...change }));
  const begin = (is: "on" | "off" | "new_codes") => (): void => {
    setDone(null);
    setTyped(EMPTY);
    setStep({ is });
    open("codes");
  };
  const finish = (words: string): void => {
    setDone(words);
    setStep({ is: "on" });
    open(null);
  };
  const next = (to: Step): void => {
    setTyped(EMPTY);
    setStep(to);
  };
  const proof = proofOf(facts, typed);
  const cancel = (): void => open(null);
  const doing = opened === "codes" || step.is === "codes";

  const state = (
    <>
      <p class="soft">
        {facts.second_factor ? t("codes-on", { count: facts.recovery_codes }) : t("codes-off")}
      </p>
      <div role="status">{done && <p class="good">{done}</p>}</div>
    </>
  );
  const actions = doing ? null : facts.second_factor ? (
    <>
      <button type="button" class="quiet" onClick={begin("new_codes")}>
        {t("new-recovery-codes")}
      </button>
      <button type="button" class="quiet" onClick={begin("off")}>
        {t("codes-turn-off")}
      </button>
    </>
  ) : (
    <button type="button" class="quiet" onClick={begin("on")}>
      {t("codes-turn-on")}
    </button>
  );
  return (
    <Part title={t("codes-title")} state={state} actions={actions} doing={doing}>
      {doing && step.is === "on" && (
        <PartForm
          key="on" button={t("go-on")} onCancel={cancel}
          work={async () => next({ is: "app", offer: await mine.offerCodes(proof) })}
        >
          <p>{t("codes-lead")}</p>
          <Proof facts={facts} typed={typed} onTyped={set} />
        </PartForm>
      )}
      {doing && step.is === "app" && (
        <PartForm
          key="app" button={t("codes-turn-on")} onCancel={cancel}
          work={async () => next({ is: "codes", codes: await mine.confirmCodes(typed.code.trim()) })}
        >
          <AppOffer offer={step.offer} />
          <Field
            label={t("code")} help={t("code-first-help")} name="code" inputMode="numeric" autocomplete="one-time-code"
            required value={typed.code} onInput={(event) => set({ code: event.currentTarget.value })}
          />
        </PartForm>
      )}
      {step.is === "codes" && <RecoveryCodes codes={step.codes} onKept={() => finish(t("codes-are-on"))} />}
      {doing && step.is === "new_codes" && (
        <PartForm
          key="new" button={t("new-recovery-codes")} onCancel={cancel}
          work={async () => next({ is: "codes", codes: await mine.newRecoveryCodes(proof) })}
        >
          <p>{t("new-codes-lead")}</p>
          <Proof facts={facts} typed={typed} onTyped={set} />
        </PartForm>
      )}
      {doing && step.is === "off" && (
        <PartForm
          key="off" button={t("codes-turn-off")} onCancel={cancel}
          work={async () => {
            await mine.endCodes(proof);
            finish(t("codes-are-off"));
          }}
        >
          <p>{t("codes-off-lead")}</p>
          <Proof facts={facts} typed={typed} onTyped={set} />
        </PartForm>
      )}
    </Part>
  );
}

/** A picture for the camera; the same to open here or to type, for who reads this on the phone that has the app. */
const AppOffer = ({ offer }: { offer: SecondFactorOffer }): JSX.Element => (
  <div class="offer">
    <img class="qr" src={offer.qr} alt={t("qr-alt")} width="200" height="200" />
    <div class="offer-words">
      <p>{t("qr-lead")}</p>
      <p>
        <a href={offer.uri}>{t("open-in-app")}</a>
      </p>
      <p class="soft">{t("type-key")}</p>
      <p>
        <code class="key-typed">{offer.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
    </div>
  </div>
);
