import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import type { PartOfAccount } from "./my_account_page.tsx";
import { PartForm } from "./part_form.tsx";
import { PasswordField } from "./password_field.tsx";
import { Proof, type Typed } from "./proof.tsx";

const EMPTY = { password: "", code: "", wanted: "", endOthers: true };

export function ChangePassword({ mine, opened, open }: PartOfAccount): JSX.Element | null {
  const facts = mine.facts.value;
  const [form, setForm] = useState<Typed & { wanted: string; endOthers: boolean }>(EMPTY);
  const [done, setDone] = useState(false);
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  if (!facts) return null;
  const change = async (): Promise<void> => {
    const { password, wanted, endOthers } = form;
    await mine.changePassword({
      password: wanted, current: facts.password ? password : null, end_others: endOthers,
    });
    setForm(EMPTY);
    setDone(true);
    open(null);
  };
  const begin = (): void => {
    setDone(false);
    open("password");
  };
  const state = (
    <>
      <p class="soft">{t(facts.password ? "password-is-set" : "password-is-not-set")}</p>
      <div role="status">{done && <p class="good">{t("password-changed")}</p>}</div>
    </>
  );
  const editing = opened === "password";
  const actions = !editing && (
    <button type="button" class="quiet" aria-label={t("change-password")} onClick={begin}>
      {t(facts.password ? "edit" : "set-password")}
    </button>
  );
  return (
    <Part title={t("password")} state={state} actions={actions} doing={editing}>
      {editing && (
        <PartForm button={t("save-password")} work={change} onCancel={() => open(null)}>
          <Proof facts={facts} typed={form} onTyped={set} withCode={false} />
          <PasswordField
            label={t("new-password")} help={t("password-help")} autocomplete="new-password" value={form.wanted}
            onPassword={(password) => set({ wanted: password })}
          />
          <Tick
            label={t("end-others-too")} help={t("end-others-too-help")} name="end_others" checked={form.endOthers}
            onTick={(endOthers) => set({ endOthers })}
          />
        </PartForm>
      )}
    </Part>
  );
}
