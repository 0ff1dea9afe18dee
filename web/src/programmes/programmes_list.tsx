/** The programmes that I coordinate, each with its years; and the beginning of one. */
import type { JSX } from "preact";

import type { Programme, Programmes as Mine } from "../contract.ts";
import { Awaited } from "../mine/awaited.tsx";
import { t } from "../text/fluent.ts";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import { Worded } from "../ui/worded.tsx";
import { Frame } from "./frame.tsx";
import { useProgrammes } from "./known.ts";
import { runPath } from "./place.ts";
import { YearLine, YearName } from "./years.tsx";

export function ProgrammesList(): JSX.Element {
  const { programmes, doing } = useProgrammes();
  const mine = programmes.mine.value;
  return (
    <Frame title={t("programmes")} up={{ href: "/", label: t("my-rooms") }}>
      {mine ? <All mine={mine} /> : <Awaited asked={{ ...doing, load: programmes.load }} />}
    </Frame>
  );
}

function All({ mine }: { mine: Mine }): JSX.Element {
  if (mine.programmes.length === 0) {
    return (
      <section class="part">
        <p class="lead">{t(mine.may_found ? "no-programme-yet" : "no-programme-of-mine")}</p>
        {mine.may_found && (
          <>
            <p class="soft">{t("founding-how")}</p>
            <p class="row">
              <Link href="/programmes/new" class="button main">
                {t("found")}
              </Link>
            </p>
          </>
        )}
      </section>
    );
  }
  return (
    <>
      {mine.programmes.map((programme) => (
        <ProgrammePart key={programme.id} programme={programme} mine={mine} />
      ))}
      {mine.may_found && (
        <section class="part">
          <p class="row">
            <Link href="/programmes/new" class="button quiet flush">
              {t("found-another")}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}

function ProgrammePart({ programme, mine }: { programme: Programme; mine: Mine }): JSX.Element {
  const lead = mine.organisations.find(({ id }) => id === programme.lead);
  return (
    <section class="part">
      <div class="part-head">
        <div>
          <h2>
            <Worded names={programme.names} />
          </h2>
          {lead && (
            <p class="soft">
              <Worded names={lead.names} />
            </p>
          )}
        </div>
        {lead?.mine && (
          <div class="part-actions">
            <Link href={`/programmes/new/${programme.id}`} class="button quiet">
              {t("another-year")}
            </Link>
          </div>
        )}
      </div>
      <ul class="cards">
        {programme.cohorts.map((year) => (
          <li key={year.id}>
            <Link href={runPath(year.id)} class="year-card">
              <span class="card-words">
                <strong>
                  <YearName year={year} programme={programme.names} />
                </strong>
                <span class="soft">
                  <YearLine year={year} />
                </span>
              </span>
              <Icon name="send" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
