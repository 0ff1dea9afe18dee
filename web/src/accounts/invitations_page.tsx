/** Inviting a person, passing the link on, and who has not opened theirs. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useHttp } from "../context.ts";
import type { InvitationLink } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Page, Part } from "../ui/page.tsx";
import { Fault, useDoing } from "./form.tsx";
import { createInvitations } from "./invitations.ts";
import { InvitationList } from "./invitation_list.tsx";
import { InviteForm } from "./invite_form.tsx";
import { PassOn } from "./pass_on.tsx";
import "./pages.css";

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export function InvitationsPage(): JSX.Element {
  const http = useHttp();
  const [invitations] = useState(() => createInvitations({ http, later }));
  const [fresh, setFresh] = useState<InvitationLink | null>(null);
  const [another, setAnother] = useState(false);
  const { busy, fault, run } = useDoing();
  useEffect(() => {
    void run(invitations.load);
    window.addEventListener("pagehide", invitations.close);
    return () => {
      window.removeEventListener("pagehide", invitations.close);
      invitations.close();
    };
  }, [invitations]);
  const inviteAnother = (): void => {
    setAnother(true);
    setFresh(null);
  };
  const all = invitations.open.value;
  return (
    <Page title={t("invitations")}>
      {fresh ? (
        <PassOn key={fresh.link} fresh={fresh} onAnother={inviteAnother} />
      ) : (
        <InviteForm another={another} onInvite={async (form) => setFresh(await invitations.invite(form))} />
      )}
      {all ? (
        <InvitationList
          invitations={invitations} all={all} onRenew={async (id) => setFresh(await invitations.renew(id))}
        />
      ) : (
        <Part title={t("open-invitations")}>
          {busy && <p class="soft">{t("one-moment")}</p>}
          <Fault words={fault} />
          {fault && (
            <p class="row">
              <button type="button" onClick={() => void run(invitations.load)}>
                {t("try-again")}
              </button>
            </p>
          )}
        </Part>
      )}
    </Page>
  );
}
