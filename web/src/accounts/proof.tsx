/** That it is really me: asked for before what matters is changed. */
import type { JSX } from "preact";

import type { MyAccount, Reauthentication } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { CodeField } from "./door_fields.tsx";
import { PasswordField } from "./password_field.tsx";

export interface Typed {
  password: string;
  code: string;
}

interface ProofProps {
  facts: MyAccount;
  typed: Typed;
  onTyped: (change: Partial<Typed>) => void;
  /** Without the code where the password is enough. */
  withCode?: boolean;
}

export const Proof = ({ facts, typed, onTyped, withCode = true }: ProofProps): JSX.Element => (
  <>
    {facts.password && (
      <PasswordField
        label={t("present-password")} name="current" autocomplete="current-password" value={typed.password}
        onPassword={(password) => onTyped({ password })}
      />
    )}
    {withCode && facts.second_factor && <CodeField code={typed.code} onCode={(code) => onTyped({ code })} />}
  </>
);

export const proofOf = (facts: MyAccount, { password, code }: Typed): Reauthentication => ({
  password: facts.password ? password : null,
  code: facts.second_factor ? code.trim() : null,
});
