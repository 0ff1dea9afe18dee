/** People without an account: they answer by a link that comes to them by mail. */
import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

import { LANGUAGE_OPTIONS } from "../../accounts/language_choice.tsx";
import type { Outsider } from "../../contract.ts";
import { language, t } from "../../text/fluent.ts";
import { Choice, Field } from "../../ui/field.tsx";
import { PartChoice } from "./guests_field.tsx";
import type { GuestPart } from "./words.ts";

export type Outside = Required<Outsider>;

interface OutsidersFieldProps {
  outsiders: readonly Outside[];
  onOutsiders: (outsiders: readonly Outside[]) => void;
}

export function OutsidersField({ outsiders, onOutsiders }: OutsidersFieldProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const count = useRef(outsiders.length);
  useEffect(() => {
    // Whoever was just added is the one to be written down.
    if (outsiders.length > count.current) place.current?.querySelector<HTMLElement>("fieldset:last-of-type input")?.focus();
    count.current = outsiders.length;
  }, [outsiders.length]);
  const change = (at: number, what: Partial<Outside>): void =>
    onOutsiders(outsiders.map((one, other) => (other === at ? { ...one, ...what } : one)));
  return (
    <div class="finding-outsiders" ref={place}>
      {outsiders.map((one, at) => (
        <OutsiderFields
          key={at} outsider={one} number={at + 1} set={(what) => change(at, what)}
          onRemove={() => onOutsiders(outsiders.filter((_, other) => other !== at))}
        />
      ))}
      <p>
        <button
          type="button"
          onClick={() => onOutsiders([...outsiders, { name: "", email: "", language: language.value, part: "welcome" }])}
        >
          {t("finding-outsider-add")}
        </button>
      </p>
    </div>
  );
}

interface OutsiderFieldsProps {
  outsider: Outside;
  number: number;
  set: (what: Partial<Outside>) => void;
  onRemove: () => void;
}

function OutsiderFields({ outsider, number, set, onRemove }: OutsiderFieldsProps): JSX.Element {
  const id = useId();
  return (
    <fieldset class="boxed">
      <legend>{t("finding-outsider", { number })}</legend>
      <div class="side-by-side">
        <Field
          label={t("invite-name")} name={`outsider-name-${number}`} autocomplete="off" required value={outsider.name}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
        <Field
          label={t("email")} type="email" name={`outsider-email-${number}`} autocomplete="off" inputMode="email" required
          value={outsider.email} onInput={(event) => set({ email: event.currentTarget.value })}
        />
        <Choice
          label={t("invite-language")} value={outsider.language} options={LANGUAGE_OPTIONS}
          onChoose={(chosen) => set({ language: chosen })}
        />
        <div class="field">
          <label for={id}>{t("finding-part")}</label>
          <PartChoice id={id} part={outsider.part} onPart={(part) => set({ part: part as GuestPart })} />
        </div>
      </div>
      <p>
        <button type="button" class="quiet" aria-label={t("leave-out-whose", { name: outsider.name || String(number) })} onClick={onRemove}>
          {t("leave-out")}
        </button>
      </p>
    </fieldset>
  );
}
