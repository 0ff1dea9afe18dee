/** Whom a mailed link is for, and who invites. The address is half hidden: a link may reach the wrong hands. */
import type { JSX } from "preact";

import type { LinkFacts } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";

export const ForWhom = ({ facts }: { facts: LinkFacts }): JSX.Element => (
  <p class="for-whom">
    <span class="soft">{t("link-for")}</span>
    <strong>
      <Bdi text={facts.name} />
    </strong>
    <span class="soft">
      <Bdi text={facts.email} />
    </span>
    {facts.inviter && (
      <span class="soft from-whom">
        {t("invitation-by")}{" "}
        <strong>
          <Bdi text={facts.inviter} />
        </strong>
      </span>
    )}
  </p>
);
