/** Beginning a programme: who leads it, what it is called, from when to when. Its first year is then prepared. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { Programmes as Mine } from "../contract.ts";
import { createCommandIds } from "../live/command_id.ts";
import { Awaited } from "../mine/awaited.tsx";
import { go } from "../router.ts";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Choice, Field } from "../ui/field.tsx";
import { Frame } from "./frame.tsx";
import { useProgrammes } from "./known.ts";
import { LinesField } from "./lines_field.tsx";
import { wordsOf, type Lines } from "./lines.ts";
import { newOrganisation, OrganisationFields, organisationOf } from "./organisation_fields.tsx";
import { runPath } from "./place.ts";
import type { Programmes } from "./programmes.ts";

const newId = createCommandIds();
const NEW = "";

export function Founding(): JSX.Element {
  const { programmes, doing } = useProgrammes();
  const mine = programmes.mine.value;
  return (
    <Frame title={t("found")} up={{ href: "/programmes", label: t("programmes") }}>
      {mine ? <Form mine={mine} programmes={programmes} /> : <Awaited asked={{ ...doing, load: programmes.load }} />}
    </Frame>
  );
}

function Form({ mine, programmes }: { mine: Mine; programmes: Programmes }): JSX.Element {
  const { me } = useStudio();
  const { busy, fault, run } = useDoing();
  // The same ids when it is tried again: nothing comes into being twice.
  const [ids] = useState(() => ({ organisation: newId(), programme: newId() }));
  const [lead, setLead] = useState(mine.organisations[0]?.id ?? NEW);
  const [organisation, setOrganisation] = useState(() => newOrganisation(me.zone));
  const [form, setForm] = useState({ names: [[language.peek(), ""]] as Lines, start: "", end: "" });
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      const { id, zone } = await leading();
      const { names, start, end } = form;
      const year = { names: wordsOf(names), lead: id, start, end, home_zone: zone };
      const made = await programmes.found({ command_id: ids.programme, ...year });
      go(runPath(made.id), { replace: true });
    });
  };
  const leading = async (): Promise<{ id: string; zone: string }> => {
    const known = mine.organisations.find(({ id }) => id === lead);
    return known ?? programmes.addOrganisation({ command_id: ids.organisation, ...organisationOf(organisation) });
  };
  const options = mine.organisations.map(({ id, names }) => ({ value: id, label: worded(names, language.value) }));
  return (
    <form class="part-form wide-form" onSubmit={submit}>
      <section class="part">
        <h2>{t("lead-title")}</h2>
        <p class="soft">{t("lead-help")}</p>
        {options.length > 0 && (
          <Choice
            label={t("organisation")} value={lead} onChoose={setLead}
            options={[...options, { value: NEW, label: t("organisation-new") }]}
          />
        )}
        {lead === NEW && (
          <OrganisationFields
            form={organisation} set={(change) => setOrganisation((now) => ({ ...now, ...change }))}
          />
        )}
      </section>
      <section class="part">
        <h2>{t("the-programme")}</h2>
        <LinesField
          label={t("programme-names")} help={t("names-help")} name="programme" required lines={form.names}
          onLines={(names) => setForm((now) => ({ ...now, names }))}
        />
        <DayFields start={form.start} end={form.end} set={(change) => setForm((now) => ({ ...now, ...change }))} />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t("found-now")}
          </button>
        </p>
        <p class="soft">{t("found-after")}</p>
      </section>
    </form>
  );
}

interface DayFieldsProps {
  start: string;
  end: string;
  set: (change: { start?: string; end?: string }) => void;
}

export const DayFields = ({ start, end, set }: DayFieldsProps): JSX.Element => (
  <div class="side-by-side">
    <Field
      label={t("first-day")} type="date" name="start" required value={start}
      onInput={(event) => set({ start: event.currentTarget.value })}
    />
    <Field
      label={t("last-day")} type="date" name="end" required value={end}
      onInput={(event) => set({ end: event.currentTarget.value })}
    />
  </div>
);
