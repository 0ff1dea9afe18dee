/** The organisations of a year: one leads, others are partners, take over or are guests. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { PartForm } from "../accounts/part_form.tsx";
import { useStudio } from "../context.ts";
import type { Organisation, Partner } from "../contract.ts";
import { createCommandIds } from "../live/command_id.ts";
import { language, locale, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Part } from "../ui/page.tsx";
import { Worded } from "../ui/worded.tsx";
import { rereadRun } from "./about_section.tsx";
import { callCountries } from "./countries.ts";
import { EditForm } from "./edit_form.tsx";
import { useProgrammes } from "./known.ts";
import { linesInWords } from "./lines.ts";
import {
  newOrganisation, organisationForm, OrganisationFields, organisationOf, type OrganisationForm,
} from "./organisation_fields.tsx";
import type { SectionProps } from "./run_page.tsx";

const newId = createCommandIds();
const ROLES: readonly Partner["role"][] = ["lead", "partner", "handover", "guest"];

export function PartnersPart({ run, page }: SectionProps): JSX.Element {
  const { programmes } = useProgrammes();
  const may = page.lead && page.state !== "ended";
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const known = knownOrganisations(page.organisations, programmes.mine.value?.organisations ?? []);
  const find = (id: string): Organisation | undefined => known.find((one) => one.id === id);
  const called = (id: string): string => worded(find(id)?.names ?? {}, language.value);
  const others = known.filter(({ id }) => !page.partners.some(({ organisation }) => organisation === id));
  if (adding) {
    return (
      <Part title={t("organisation-new")}>
        <NewOrganisationForm
          run={run} page={page} onDone={() => setAdding(false)} onStored={() => programmes.load().catch(() => undefined)}
        />
      </Part>
    );
  }
  const changed = changing === null ? undefined : find(changing);
  if (changed) {
    return (
      <Part title={called(changed.id)}>
        <ChangeOrganisationForm run={run} organisation={changed} onDone={() => setChanging(null)} />
      </Part>
    );
  }
  return (
    <Part
      title={t("organisations")} state={<p class="soft">{t("organisations-help")}</p>}
      actions={
        may && (
          <button type="button" class="quiet" onClick={() => setAdding(true)}>
            {t("organisation-new")}
          </button>
        )
      }
    >
      {may ? (
        <EditForm
          newest={{ partners: page.partners }} version={page.version} reread={() => rereadRun(run)}
          save={({ partners }, version) => run.setPartners([...partners], version)}
          inWords={({ partners }) => [
            [t("organisations"), partners.map((one) => `${called(one.organisation)} (${t(`partner-${one.role}`)})`).join(", ")],
          ]}
        >
          {({ partners }, set) => (
            <ul class="rows">
              {partners.map((partner, at) => (
                <li key={partner.organisation} class="entry">
                  <OrganisationWords organisation={find(partner.organisation)} />
                  <select
                    aria-label={t("partner-role", { name: called(partner.organisation) })} value={partner.role}
                    onChange={(event) => {
                      const role = event.currentTarget.value as Partner["role"];
                      set({ partners: partners.map((one, other) => (other === at ? { ...one, role } : one)) });
                    }}
                  >
                    {ROLES.map((role) => (
                      <option key={role} value={role}>
                        {t(`partner-${role}`)}
                      </option>
                    ))}
                  </select>
                  <span class="entry-actions">
                    {find(partner.organisation)?.mine && (
                      <button
                        type="button" class="quiet" aria-label={t("change-whose", { name: called(partner.organisation) })}
                        onClick={() => setChanging(partner.organisation)}
                      >
                        {t("change")}
                      </button>
                    )}
                    {partners.length > 1 && (
                      <button
                        type="button" class="quiet" aria-label={t("leave-out-whose", { name: called(partner.organisation) })}
                        onClick={() => set({ partners: partners.filter((one) => one !== partner) })}
                      >
                        {t("leave-out")}
                      </button>
                    )}
                  </span>
                </li>
              ))}
              {others.map((one) => (
                !partners.some(({ organisation }) => organisation === one.id) && (
                  <li key={one.id} class="entry">
                    <OrganisationWords organisation={one} />
                    <span class="entry-actions">
                      <button
                        type="button" class="quiet" aria-label={t("take-in-whose", { name: called(one.id) })}
                        onClick={() => set({ partners: [...partners, { organisation: one.id, role: "partner" }] })}
                      >
                        {t("take-in")}
                      </button>
                    </span>
                  </li>
                )
              ))}
            </ul>
          )}
        </EditForm>
      ) : (
        <ul class="rows">
          {page.partners.map(({ organisation, role }) => (
            <li key={organisation} class="entry">
              <OrganisationWords organisation={find(organisation)} />
              <span class="soft">{t(`partner-${role}`)}</span>
              {find(organisation)?.mine && (
                <span class="entry-actions">
                  <button
                    type="button" class="quiet" aria-label={t("change-whose", { name: called(organisation) })}
                    onClick={() => setChanging(organisation)}
                  >
                    {t("change")}
                  </button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function OrganisationWords({ organisation }: { organisation: Organisation | undefined }): JSX.Element {
  const country = organisation && callCountries(locale.value)(organisation.country);
  return (
    <p class="entry-words">
      <strong>
        <Worded names={organisation?.names ?? {}} />
      </strong>{" "}
      <span class="soft">{[organisation?.town, country].filter(Boolean).join(", ")}</span>
    </p>
  );
}

/** Those of the year as the year knows them, then others of mine. */
function knownOrganisations(ofYear: readonly Organisation[], mine: readonly Organisation[]): Organisation[] {
  return [...ofYear, ...mine.filter(({ id }) => !ofYear.some((one) => one.id === id))];
}

type NewFormProps = SectionProps & { onDone: () => void; onStored: () => Promise<void> };

/** It comes into being, and is a partner at once. */
function NewOrganisationForm({ run, page, onDone, onStored }: NewFormProps): JSX.Element {
  const { me } = useStudio();
  const [commandId] = useState(newId);
  const [form, setForm] = useState(() => newOrganisation(me.zone));
  const work = async (): Promise<void> => {
    const made = await run.addOrganisation({ command_id: commandId, ...organisationOf(form) });
    await onStored();
    const partners = (run.page.value ?? page).partners.filter(({ organisation }) => organisation !== made.id);
    await run.setPartners([...partners, { organisation: made.id, role: "partner" }], (run.page.value ?? page).version);
    onDone();
  };
  return (
    <PartForm button={t("organisation-add")} work={work} onCancel={onDone}>
      <OrganisationFields form={form} set={(change) => setForm((now) => ({ ...now, ...change }))} />
    </PartForm>
  );
}

interface ChangeFormProps {
  run: SectionProps["run"];
  organisation: Organisation;
  onDone: () => void;
}

function ChangeOrganisationForm({ run, organisation, onDone }: ChangeFormProps): JSX.Element {
  const inWords = ({ names, town, country, zone }: OrganisationForm): [string, string][] => [
    [t("organisation-names"), linesInWords(names)],
    [t("town"), town],
    [t("country"), country && callCountries(locale.value)(country)],
    [t("zone"), zone],
  ];
  const reread = async (): Promise<number> => {
    await run.load();
    return run.page.value?.organisations.find(({ id }) => id === organisation.id)?.version ?? organisation.version;
  };
  return (
    <>
      <EditForm
        newest={organisationForm(organisation)} version={organisation.version} reread={reread} inWords={inWords}
        save={(typed, version) => run.changeOrganisation(organisation.id, { version, ...organisationOf(typed) })}
      >
        {(form, set) => <OrganisationFields form={form} set={set} />}
      </EditForm>
      <p class="row">
        <button type="button" class="quiet flush" onClick={onDone}>
          {t("back-to-organisations")}
        </button>
      </p>
    </>
  );
}
