/** The form of a part: one main button, the way back, the fault in words; what was typed stays. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Fault, useDoing } from "./form.tsx";

interface PartFormProps {
  button: string;
  work: () => Promise<void>;
  onCancel: () => void;
  children: ComponentChildren;
}

export function PartForm({ button, work, onCancel, children }: PartFormProps): JSX.Element {
  const { busy, fault, run } = useDoing();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(work);
  };
  return (
    <form class="part-form" ref={form} onSubmit={submit}>
      {children}
      <Fault words={fault} />
      <p class="row">
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : button}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
    </form>
  );
}
