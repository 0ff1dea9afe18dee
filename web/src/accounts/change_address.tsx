import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import type { PartOfAccount } from "./my_account_page.tsx";
import { PartForm } from "./part_form.tsx";
import { Proof, type Typed } from "./proof.tsx";

export function ChangeAddress({ mine, opened, open }: PartOfAccount): JSX.Element | null {
  const { me } = useStudio();
  const facts = mine.facts.value;
  const [form, setForm] = useState<Typed & { email: string }>({ email: "", password: "", code: "" });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  if (!facts) return null;
  const change = async (): Promise<void> => {
    await mine.changeAddress({ email: form.email.trim(), password: facts.password ? form.password : null });
    setForm({ email: "", password: "", code: "" });
    open(null);
  };
  const state = (
    <>
      <p class="soft">
        <Bdi text={me.email} />
      </p>
      <div role="status">
        {facts.pending_email && (
          <p class="good">
            {t("address-pending")} <Bdi text={facts.pending_email} />
          </p>
        )}
      </div>
    </>
  );
  const editing = opened === "address";
  const actions = !editing && (
    <button type="button" class="quiet" aria-label={t("change-address")} onClick={() => open("address")}>
      {t("edit")}
    </button>
  );
  return (
    <Part title={t("email")} state={state} actions={actions} doing={editing}>
      {editing && (
        <PartForm button={t("address-send")} work={change} onCancel={() => open(null)}>
          <Field
            label={t("new-address")} help={t("new-address-help")} type="email" name="email" autocomplete="email"
            inputMode="email" required value={form.email} onInput={(event) => set({ email: event.currentTarget.value })}
          />
          <Proof facts={facts} typed={form} onTyped={set} withCode={false} />
        </PartForm>
      )}
    </Part>
  );
}
