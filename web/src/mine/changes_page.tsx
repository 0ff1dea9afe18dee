/** Who changed what of what concerns me; never a word of a room. */
import type { JSX } from "preact";

import { Fault } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { Act } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Page } from "../ui/page.tsx";
import { useActs } from "./acts.ts";
import { Awaited } from "./awaited.tsx";
import { momentDay } from "./days.ts";
import { ROLES, STATES } from "./roles.ts";
import "../accounts/pages.css";
import "./mine.css";

const KINDS: Record<Act["kind"], string> = {
  programme_founded: "act-programme-founded",
  cohort_opened: "act-run-opened",
  cohort_changed: "act-run-changed",
  partners_changed: "act-partners-changed",
  organisation_changed: "act-organisation-changed",
  enrolled: "act-taken-in",
  enrolment_ended: "act-part-ended",
  invited_again: "act-invited-again",
  mentorship_opened: "act-mentoring-opened",
  mentorship_changed: "act-mentoring-changed",
  mentorship_stopped: "act-mentoring-stopped",
  mentor_added: "act-mentor-added",
  group_opened: "act-group-opened",
  member_added: "act-member-added",
  member_removed: "act-member-removed",
  report_opened: "act-report-opened",
  exported: "act-taken-out",
  open_call_changed: "act-open-call-changed",
  application_deleted: "act-application-deleted",
  reviewer_named: "act-reviewer-named",
  reviewer_removed: "act-reviewer-removed",
  application_opened: "act-application-opened",
  conflict_declared: "act-conflict-declared",
  conflict_lifted: "act-conflict-lifted",
  application_decided: "act-application-decided",
  interview_asked: "act-interview-asked",
  letter_sent: "act-letter-sent",
};

export function ChangesPage(): JSX.Element {
  const asked = useActs("/me/audit");
  const { read, busy, fault, run, load } = asked;
  return (
    <Page title={t("changes-title")}>
      <div class="part">
        <p>{t("changes-lead")}</p>
      </div>
      {read ? (
        <div class="part">
          {read.acts.length === 0 && <p class="soft">{t("changes-none")}</p>}
          <ul class="given">
            {read.acts.map((act) => (
              <ActLine key={act.id} act={act} />
            ))}
          </ul>
          <Fault words={fault} />
          {read.earlier && (
            <p>
              <button type="button" class="quiet" disabled={busy} onClick={() => void run(load)}>
                {t(busy ? "one-moment" : "changes-earlier")}
              </button>
            </p>
          )}
        </div>
      ) : (
        <Awaited asked={asked} />
      )}
    </Page>
  );
}

function ActLine({ act }: { act: Act }): JSX.Element {
  const { me } = useStudio();
  const words = act.role === null ? null : ({ ...ROLES, ...STATES } as Record<string, string>)[act.role];
  return (
    <li>
      <span>
        {t(KINDS[act.kind])}
        {words && `: ${t(words)}`}
        {act.about && <> · <Bdi text={act.about.name} /></>}
      </span>
      <span class="soft">
        {momentDay(act.at, me)} · {act.by ? <Bdi text={act.by.name} /> : t("act-by-itself")}
      </span>
    </li>
  );
}
