/** The way to the programmes, for those who coordinate one or may begin one. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useHttp, useStudio } from "../context.ts";
import type { MyPart, Programmes } from "../contract.ts";
import { path } from "../router.ts";
import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";
import { Worded } from "../ui/worded.tsx";

/** What of it is mine, by asking. Nothing while that is not known, and without a network. */
function useMine(wanted: boolean): Programmes | null {
  const http = useHttp();
  const { studio } = useStudio();
  const [mine, setMine] = useState<Programmes | null>(null);
  const changes = studio.programmes.changes.value;
  useEffect(() => {
    if (wanted) http<Programmes>("GET", "/programmes").then(setMine, () => undefined);
  }, [wanted, changes]);
  return mine;
}

/** In the menu: also for who takes part elsewhere in another role. */
export function ProgrammesLink(): JSX.Element | null {
  const mine = useMine(true);
  if (!mine?.may_found && !mine?.programmes.length) return null;
  return (
    <Link href="/programmes" class="button quiet">
      {t("programmes")}
    </Link>
  );
}

const isAskedAlone = (roles: MyPart["roles"]): boolean =>
  !roles.includes("coordinator") && (roles.includes("facilitator") || roles.includes("safeguarding"));

/** Beside my rooms. On an empty server it is the one thing to do. */
export function ProgrammesEntry(): JSX.Element | null {
  const { studio } = useStudio();
  const parts = studio.programmes.parts.value;
  const coordinates = parts?.some(({ roles }) => roles.includes("coordinator"));
  const mine = useMine(parts?.length === 0);
  // Whoever is asked for a talk and does not coordinate has a place for it too.
  const asked = (parts ?? []).filter(({ cohort, roles }) => cohort.state === "running" && isAskedAlone(roles));
  const any = coordinates || (mine?.programmes.length ?? 0) > 0;
  const may = mine?.may_found && !path.value.startsWith("/programmes");
  if (!any && !may && asked.length === 0) return null;
  return (
    <nav class="side-entry" aria-label={t("programmes")}>
      {any && (
        <Link href="/programmes" class="button wide">
          {t("programmes")}
        </Link>
      )}
      {!any && may && (
        <Link href="/programmes/new" class="button main wide">
          {t("found")}
        </Link>
      )}
      {asked.map(({ cohort, programme_names }) => (
        <Link key={cohort.id} href={`/programmes/${cohort.id}/talks`} class="quiet">
          {t("asked-for-talks")}
          {asked.length > 1 && (
            <>
              {" · "}
              <Worded names={programme_names} />
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
