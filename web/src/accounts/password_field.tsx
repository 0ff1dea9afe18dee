/** A password, hidden until somebody wants to see what they type: on a phone one easily hits another letter. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";

interface PasswordFieldProps {
  label: string;
  help?: string;
  name?: string;
  autocomplete: "current-password" | "new-password";
  required?: boolean;
  value: string;
  onPassword: (password: string) => void;
}

export function PasswordField(props: PasswordFieldProps): JSX.Element {
  const { name = "password", required = true, onPassword, ...field } = props;
  const [shown, setShown] = useState(false);
  const eye = (
    <button
      type="button" class="quiet round" aria-label={t("show-typed")} aria-pressed={shown}
      onClick={() => setShown(!shown)}
    >
      <Icon name="eye" />
    </button>
  );
  const input = {
    ...field, name, required, atEnd: eye, autocapitalize: "none", spellcheck: false,
    onInput: (event: { currentTarget: HTMLInputElement }) => onPassword(event.currentTarget.value),
  } as const;
  // The types of JSX know an input of one type only.
  return shown ? <Field {...input} type="text" /> : <Field {...input} type="password" />;
}
