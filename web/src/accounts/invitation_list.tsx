/** Who was invited and is not here yet; and, folded away, who came. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Invitation } from "../contract.ts";
import { dayInSentence } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Part } from "../ui/page.tsx";
import { Fault, useDoing } from "./form.tsx";
import type { Invitations } from "./invitations.ts";

const STATES: Record<Invitation["state"], string> = {
  unopened: "invitation-unopened",
  opened: "invitation-opened",
  lapsed: "invitation-lapsed",
  accepted: "invitation-accepted",
};

interface ListProps {
  invitations: Invitations;
  all: Invitation[];
  onRenew: (id: string) => Promise<void>;
}

export function InvitationList({ invitations, all, onRenew }: ListProps): JSX.Element {
  const unopened = all.filter((one) => one.state === "unopened").length;
  const here = invitations.accepted.value;
  const words = all.length === 0 ? t("no-open-invitations") : t("unopened-count", { count: unopened });
  return (
    <Part title={t("open-invitations")} state={<p class="soft">{words}</p>}>
      {all.length > 0 && (
        <ul class="logins">
          {all.map((one) => (
            <Row key={one.id} one={one} invitations={invitations} onRenew={() => onRenew(one.id)} />
          ))}
        </ul>
      )}
      {here.length > 0 && (
        <details class="came">
          <summary>{t("came-count", { count: here.length })}</summary>
          <ul>
            {here.map((one) => (
              <li key={one.id}>
                <Bdi text={one.name} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}

interface RowProps {
  one: Invitation;
  invitations: Invitations;
  onRenew: () => Promise<void>;
}

function Row({ one, invitations, onRenew }: RowProps): JSX.Element {
  const { me } = useStudio();
  const { busy, fault, run } = useDoing();
  const row = useRef<HTMLLIElement>(null);
  const leaving = invitations.leaving.value.has(one.id);
  const left = useRef(leaving);
  useEffect(() => {
    // The buttons have changed under the finger: the focus is on the one that undoes, or back on the first.
    if (left.current !== leaving) row.current?.querySelector("button")?.focus();
    left.current = leaving;
  }, [leaving]);
  const until = dayInSentence(one.expires_at, Date.now(), locale.value, me.zone);
  if (leaving) {
    return (
      <li class="login" ref={row}>
        <p role="status">
          <Bdi text={one.name} /> · <span class="soft">{t("invitation-leaving")}</span>
        </p>
        <button type="button" class="quiet" onClick={() => invitations.undo(one.id)}>
          {t("invitation-keep")}
        </button>
      </li>
    );
  }
  return (
    <li class="login" ref={row}>
      <div>
        <p>
          <strong>
            <Bdi text={one.name} />
          </strong>{" "}
          <span class="soft">
            <Bdi text={one.email} />
          </span>
        </p>
        <p class="soft">
          {t(STATES[one.state])}
          {one.state !== "lapsed" && <> · {t("invitation-until", { day: until })}</>}
        </p>
        {invitations.kept.value.has(one.id) && <Fault words={t("no-answer")} />}
        <Fault words={fault} />
      </div>
      <div class="login-actions">
        <button
          type="button" class="quiet" disabled={busy} aria-label={t("invitation-renew-whose", { name: one.name })}
          onClick={() => void run(onRenew)}
        >
          {t("invitation-renew")}
        </button>
        <button
          type="button" class="quiet" aria-label={t("invitation-withdraw-whose", { name: one.name })}
          onClick={() => invitations.withdraw(one.id)}
        >
          {t("take-back")}
        </button>
      </div>
    </li>
  );
}
