/** What a year came to: meetings and gatherings, in counts and minutes, and how near everybody is to what it wants. */
import type { ComponentChildren, JSX } from "preact";

import type { CohortSums, GroupSum, KindSum } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { KINDS } from "../mine/date_words.ts";
import { language, locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Part } from "../ui/page.tsx";
import { callCountries } from "./countries.ts";
import type { SectionProps } from "./run_page.tsx";

export function SumsSection({ page }: SectionProps): JSX.Element {
  const door = `/cohorts/${encodeURIComponent(page.id)}/sums`;
  const asked = useAsked<CohortSums>(door);
  const { value: sums } = asked;
  if (!sums) return <Awaited asked={asked} />;
  const country = callCountries(locale.value);
  const organisation = (id: string): string => worded(sums.organisation_names[id] ?? {}, language.value);
  return (
    <>
      <Part
        title={t("sums")} state={<p class="soft">{t("sums-lead")}</p>}
        actions={
          <a class="button quiet" href={`/api/v1${door}.csv`} download>
            {t("sums-file")}
          </a>
        }
      >
        {sums.held.length === 0 ? <p>{t("sums-none")}</p> : <Kinds held={sums.held} />}
        {sums.unconfirmed > 0 && <p class="wish">{t("sums-unconf", { count: sums.unconfirmed })}</p>}
      </Part>
      <Groups title={t("sums-byorg")} groups={sums.organisations} called={organisation} />
      <Groups
        title={t("sums-bycountry")} groups={sums.countries} called={country}
        {...(sums.lead ? {} : { lead: t("sums-countries-others") })}
      />
      {sums.pairs.length > 0 && (
        <Part title={t("sums-pairs", { least: sums.least_meetings })}>
          <ul class="rows">
            {sums.pairs.map((pair) => (
              <Count key={pair.mentorship} name={listOfNames(pair.people.map(({ name }) => name), locale.value)}>
                {t("sums-metof", { met: pair.met, least: sums.least_meetings })} · {t("gathering-minutes", { minutes: pair.minutes })}
              </Count>
            ))}
          </ul>
        </Part>
      )}
      {sums.people.length > 0 && (
        <Part title={t("sums-persons", { least: sums.least_gatherings })}>
          <ul class="rows">
            {sums.people.map(({ person, came }) => (
              <Count key={person.id} name={person.name}>{t("sums-metof", { met: came, least: sums.least_gatherings })}</Count>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

const Count = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element => (
  <li class="entry">
    <p class="entry-words">
      <Bdi text={name} />
    </p>
    <span>{children}</span>
  </li>
);

/** On a phone it scrolls in its own place, by keyboard too. */
const Table = ({ title, heads, children }: { title: string; heads: readonly string[]; children: ComponentChildren }): JSX.Element => (
  <div class="scrolls" role="region" aria-label={title} tabIndex={0}>
    <table class="sums">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

const Kinds = ({ held }: { held: readonly KindSum[] }): JSX.Element => (
  <Table title={t("sums")} heads={["sums-what", "sums-count", "sums-minutes", "sums-remote", "sums-place", "sums-people"]}>
    {held.map((one) => (
      <tr key={one.kind}>
        <th scope="row">{t(one.kind === "meeting" ? "sums-meeting" : KINDS[one.kind])}</th>
        <td>{one.count}</td>
        <td>{one.minutes}</td>
        <td>{one.online}</td>
        <td>{one.in_person}</td>
        <td>{one.people}</td>
      </tr>
    ))}
  </Table>
);

interface GroupsProps {
  title: string;
  groups: readonly GroupSum[];
  called: (key: string) => string;
  lead?: string;
}

function Groups({ title, groups, called, lead }: GroupsProps): JSX.Element | null {
  if (groups.length === 0) return null;
  const name = (of: readonly string[]): string => {
    const names = of.map((key) => (key === "" ? t("sums-nobody") : called(key)));
    return of.length > 1 ? `${names.join(", ")} (${t("sums-together")})` : names.join("");
  };
  return (
    <Part title={title} state={lead === undefined ? undefined : <p class="soft">{lead}</p>}>
      <Table title={title} heads={["sums-what", "sums-people", "sums-meetings", "sums-gatherings", "sums-minutes"]}>
        {groups.map((one) => (
          <tr key={one.of.join()}>
            <th scope="row">
              <Bdi text={name(one.of)} />
            </th>
            <td>{one.people}</td>
            <td>{one.meetings}</td>
            <td>{one.gatherings}</td>
            <td>{one.minutes}</td>
          </tr>
        ))}
      </Table>
    </Part>
  );
}
