/** Who reads the applications, and whose. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { PartForm } from "../../accounts/part_form.tsx";
import { useHttp } from "../../context.ts";
import type { NameReviewer, Selection } from "../../contract.ts";
import { locale, t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Choice } from "../../ui/field.tsx";
import { Part } from "../../ui/page.tsx";
import { REACHES } from "./words.ts";

type Reach = NameReviewer["reach"];

interface ReviewersProps {
  found: Selection;
  onChanged: (found: Selection) => void;
}

export function ReviewersPart({ found, onChanged }: ReviewersProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [naming, setNaming] = useState(false);
  const address = (person: string): string => `/calls/${encodeURIComponent(found.call)}/reviewers/${encodeURIComponent(person)}`;
  const remove = (person: string): void => void run(async () => onChanged(await http<Selection>("DELETE", address(person))));
  return (
    <Part
      title={t("selecting-reviewers-title")} state={<p class="soft">{t("selecting-reviewers-lead")}</p>} doing={naming}
      actions={
        !naming && found.possible.length > 0 && (
          <button type="button" class="quiet" onClick={() => setNaming(true)}>
            {t("selecting-reviewers-name")}
          </button>
        )
      }
    >
      {found.reviewers.length === 0 && <p>{t("selecting-reviewers-none")}</p>}
      <ul class="rows">
        {found.reviewers.map((one) => (
          <li key={one.person.id} class="entry">
            <span class="entry-words">
              <strong>
                <Bdi text={one.person.name} />
              </strong>
              <span class="soft block">
                {one.reach === "own" && one.country ? t("selecting-reviewers-own", { country: countryName(one.country) }) : t(REACHES[one.reach])}
                {` · ${t("selecting-reviewers-written", { written: one.written, all: one.applications })}`}
              </span>
            </span>
            <button
              type="button" class="quiet" disabled={busy} aria-label={t("selecting-reviewers-remove-whom", { name: one.person.name })}
              onClick={() => remove(one.person.id)}
            >
              {t("selecting-reviewers-remove")}
            </button>
          </li>
        ))}
      </ul>
      <Fault words={fault} />
      {naming && (
        <NamingForm
          found={found} onCancel={() => setNaming(false)}
          onName={async (person, reach) => {
            const wanted: NameReviewer = { reach };
            onChanged(await http<Selection>("PUT", address(person), wanted));
            setNaming(false);
          }}
        />
      )}
    </Part>
  );
}

interface NamingProps {
  found: Selection;
  onName: (person: string, reach: Reach) => Promise<void>;
  onCancel: () => void;
}

function NamingForm({ found, onName, onCancel }: NamingProps): JSX.Element {
  const [person, setPerson] = useState(found.possible[0]?.person.id ?? "");
  const [reach, setReach] = useState<Reach>("all");
  const country = found.possible.find((one) => one.person.id === person)?.country ?? null;
  return (
    <PartForm button={t("selecting-reviewers-ask")} work={() => onName(person, country === null ? "all" : reach)} onCancel={onCancel}>
      <Choice
        label={t("selecting-reviewers-who")} value={person} onChoose={setPerson}
        options={found.possible.map((one) => ({ value: one.person.id, label: one.person.name }))}
      />
      {country !== null && (
        <Choice
          label={t("selecting-reviewers-reach")} value={reach} onChoose={(value) => setReach(value as Reach)}
          options={[
            { value: "all", label: t("selecting-reviewers-all-plain") },
            { value: "own", label: t("selecting-reviewers-own", { country: countryName(country) }) },
          ]}
        />
      )}
    </PartForm>
  );
}

const countryName = (code: string): string => new Intl.DisplayNames(locale.value, { type: "region" }).of(code) ?? code;
