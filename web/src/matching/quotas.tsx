/** At least so many pairs of two countries. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { RoundQuota } from "../contract.ts";
import { callCountries, countries } from "../programmes/countries.ts";
import { locale, t } from "../text/fluent.ts";
import { Choice, Field } from "../ui/field.tsx";
import { change } from "./settings.tsx";
import type { Shared } from "./shared.ts";

const ALL = "";

export function Quotas({ shared }: { shared: Shared }): JSX.Element {
  const round = shared.choosing.round.value!;
  const quotas = round.settings.quotas ?? [];
  const [adding, setAdding] = useState(false);
  const put = (next: RoundQuota[]): void => change(shared, "quotas", next);
  return (
    <fieldset class="boxed">
      <legend>{t("quotas-title")}</legend>
      {quotas.length === 0 && !adding && <p class="soft">{t("quotas-none")}</p>}
      <ul class="rows">
        {quotas.map((quota, at) => {
          const met = round.stale ? undefined : round.result?.quotas.find((one) => one.quota === at);
          return (
            <li key={at} class="entry">
              <span class="entry-words">
                {quotaWords(quota)}
                {met && <span class="soft block">{t("quota-met", { reached: met.reached, wanted: met.wanted })}</span>}
              </span>
              <button type="button" class="quiet" onClick={() => put(quotas.filter((_, place) => place !== at))}>
                {t("quota-remove")}
              </button>
            </li>
          );
        })}
      </ul>
      {adding ? (
        <NewQuota
          onCancel={() => setAdding(false)}
          onAdd={(quota) => {
            put([...quotas, quota]);
            setAdding(false);
          }}
        />
      ) : (
        <p>
          <button type="button" onClick={() => setAdding(true)}>
            {t("quota-add")}
          </button>
        </p>
      )}
    </fieldset>
  );
}

function quotaWords({ country, min_cross_pairs, min_share, scope }: RoundQuota): string {
  const whose = country ? callCountries(locale.value)(country) : "";
  const kind = country ? (scope === "either" ? "either" : "mentee") : "all";
  return min_share == null
    ? t(`quota-count-${kind}`, { count: min_cross_pairs ?? 0, country: whose })
    : t(`quota-share-${kind}`, { percent: min_share, country: whose });
}

function NewQuota({ onAdd, onCancel }: { onAdd: (quota: RoundQuota) => void; onCancel: () => void }): JSX.Element {
  const [country, setCountry] = useState(ALL);
  const [scope, setScope] = useState<"mentee" | "either">("mentee");
  const [by, setBy] = useState<"count" | "share">("count");
  const [value, setValue] = useState("1");
  const number = Number(value);
  const valid = value !== "" && Number.isInteger(number) && number >= 0 && (by === "count" || number <= 100);
  return (
    <>
      <div class="side-by-side">
        <Choice
          label={t("quota-country")} value={country} onChoose={setCountry}
          options={[{ value: ALL, label: t("quota-any-country") }, ...countries(locale.value)]}
        />
        {country !== ALL && (
          <Choice
            label={t("quota-scope")} value={scope} onChoose={(one) => setScope(one as typeof scope)}
            options={[{ value: "mentee", label: t("quota-scope-mentee") }, { value: "either", label: t("quota-scope-either") }]}
          />
        )}
        <Choice
          label={t("quota-by")} value={by} onChoose={(one) => setBy(one as typeof by)}
          options={[{ value: "count", label: t("quota-by-count") }, { value: "share", label: t("quota-by-share") }]}
        />
        <Field
          label={t("quota-at-least")} type="number" name="quota" min={0} max={by === "share" ? 100 : 100_000} value={value}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </div>
      <p class="row">
        <button
          type="button" disabled={!valid}
          onClick={() => onAdd({ country: country || null, scope, ...(by === "count" ? { min_cross_pairs: number } : { min_share: number }) })}
        >
          {t("quota-add")}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
    </>
  );
}
