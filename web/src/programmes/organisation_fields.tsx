/** What an organisation is called and where it is at home. */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";

import { zoneOptions } from "../accounts/reading.tsx";
import type { Organisation } from "../contract.ts";
import { language, locale, t } from "../text/fluent.ts";
import { Choice, Field } from "../ui/field.tsx";
import { countries, HOME } from "./countries.ts";
import { LinesField } from "./lines_field.tsx";
import { linesOf, wordsOf, type Lines } from "./lines.ts";

export interface OrganisationForm {
  names: Lines;
  town: string;
  country: string;
  zone: string;
}

export const newOrganisation = (zone: string): OrganisationForm => ({
  names: [[language.peek(), ""]], town: "", country: HOME[language.peek()] ?? "", zone,
});

export const organisationForm = ({ names, town, country, zone }: Organisation): OrganisationForm => ({
  names: linesOf(names, language.peek()), town, country, zone,
});

export const organisationOf = ({ names, town, country, zone }: OrganisationForm): Omit<Organisation, "id" | "version" | "mine"> => ({
  names: wordsOf(names), town: town.trim(), country, zone,
});

interface FieldsProps {
  form: OrganisationForm;
  set: (change: Partial<OrganisationForm>) => void;
}

export function OrganisationFields({ form, set }: FieldsProps): JSX.Element {
  const known = useMemo(() => countries(locale.value), [locale.value]);
  return (
    <>
      <LinesField
        label={t("organisation-names")} help={t("names-help")} name="organisation" required lines={form.names}
        onLines={(names) => set({ names })}
      />
      <Field
        label={t("town")} name="town" autocomplete="off" required value={form.town}
        onInput={(event) => set({ town: event.currentTarget.value })}
      />
      <Choice
        label={t("country")} value={form.country} onChoose={(country) => set({ country })}
        options={form.country === "" ? [{ value: "", label: t("please-choose") }, ...known] : known}
      />
      <ZoneChoice label={t("zone")} zone={form.zone} onChoose={(zone) => set({ zone })} />
    </>
  );
}

export function ZoneChoice({ label, zone, onChoose }: { label: string; zone: string; onChoose: (zone: string) => void }): JSX.Element {
  const options = useMemo(() => zoneOptions(zone), [zone]);
  return <Choice label={label} value={zone} options={options} onChoose={onChoose} />;
}
