/** What a year that I coordinate needs: on my first screen as on its own page. */
import type { JSX } from "preact";

import { Link } from "../ui/link.tsx";
import { Checklist } from "./checklist.tsx";
import { useRun } from "./known.ts";
import { Overview } from "./overview.tsx";
import { runPath } from "./place.ts";
import { YearName } from "./years.tsx";
import "../accounts/pages.css";
import "./office.css";

export function OnFirstScreen({ id }: { id: string }): JSX.Element | null {
  const { run } = useRun(id);
  const page = run.page.value;
  if (!page) return null;
  const Main = page.state === "draft" ? Checklist : Overview;
  return (
    <div class="office on-first-screen">
      <p class="lead">
        <Link href={runPath(id)}>
          <YearName year={page} programme={page.programme_names} />
        </Link>
      </p>
      <Main run={run} page={page} />
    </div>
  );
}
