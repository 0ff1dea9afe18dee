/** Always there, small, at the lower edge: the way to the team, and what it sees. */
import type { JSX } from "preact";

import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";

export const Foot = (): JSX.Element => (
  <footer class="home-foot">
    <Link href="/talk-with-team" class="button">
      {t("want-talk")}
    </Link>
    <Link href="/seen" class="button quiet">
      {t("team-sees")}
    </Link>
  </footer>
);
