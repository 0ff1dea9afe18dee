/** How I read, the ways to my account, to whom I invited and to what I coordinate, which keys there are, and the way out. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useAccount, useHttp, useStudio } from "../context.ts";
import { ProgrammesLink } from "../programmes/entry.tsx";
import { go } from "../router.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Link } from "../ui/link.tsx";
import { Fault, useDoing } from "./form.tsx";
import { createMyAccount } from "./my_account.ts";
import { Reading } from "./reading.tsx";

export function Menu({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }): JSX.Element {
  const { me } = useStudio();
  return (
    <Dialog title={t("me")} onClose={onClose}>
      <p class="me-line">
        <strong>
          <Bdi text={me.name} />
        </strong>
        <span class="soft">
          <Bdi text={me.email} />
        </span>
      </p>
      <Reading />
      <ul class="menu-links">
        <li onClick={onClose}>
          <Link href="/me" class="button quiet">
            {t("my-account")}
          </Link>
        </li>
        <li onClick={onClose}>
          <Link href="/hours" class="button quiet">
            {t("my-hours")}
          </Link>
        </li>
        <InvitationsLink onFollow={onClose} />
        <li onClick={onClose}>
          <ProgrammesLink />
        </li>
        <li>
          <button type="button" class="quiet" onClick={onKeys}>
            {t("keys")}
          </button>
        </li>
      </ul>
      <SignOut />
    </Dialog>
  );
}

function SignOut(): JSX.Element {
  const account = useAccount();
  const { studio } = useStudio();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const waiting = studio.outbox.waiting.value.length;
  const leave = (): void => {
    void run(async () => {
      await account.signOut(() => studio.forget());
      // The next person at this device begins at the beginning.
      go("/", { replace: true });
    });
  };
  if (asking && waiting > 0) {
    return (
      <div class="ask" role="alertdialog" aria-label={t("sign-out")}>
        <p>{t("sign-out-unsent", { count: waiting })}</p>
        <Fault words={fault} />
        <p class="row">
          <button type="button" class="main" onClick={() => setAsking(false)}>
            {t("stay")}
          </button>
          <button type="button" class="quiet danger" disabled={busy} onClick={leave}>
            {t("sign-out-anyway")}
          </button>
        </p>
      </div>
    );
  }
  return (
    <>
      <Fault words={fault} />
      <button type="button" class="wide" disabled={busy} onClick={() => (waiting > 0 ? setAsking(true) : leave())}>
        {t("sign-out")}
      </button>
    </>
  );
}

/** For those who may invite. */
function InvitationsLink({ onFollow }: { onFollow: () => void }): JSX.Element | null {
  const http = useHttp();
  const [mine] = useState(() => createMyAccount(http));
  useEffect(() => {
    // Without a network the menu goes without it.
    mine.loadFacts().catch(() => undefined);
  }, [mine]);
  if (!mine.facts.value?.invites) return null;
  return (
    <li onClick={onFollow}>
      <Link href="/invitations" class="button quiet">
        {t("invitations")}
      </Link>
    </li>
  );
}
