/** What the pages of mailed links share. Nothing is sent before a tap: programs that read mail open links too. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount, useHttp } from "../context.ts";
import type { LinkFacts } from "../contract.ts";
import { isRefused } from "../http.ts";
import { linkToken } from "../router.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { AskForLink, type LinkKind } from "./ask_for_link.tsx";
import { Fault, useDoing, type Doing } from "./form.tsx";
import "./pages.css";

export interface MailedLink {
  token: string;
  busy: Doing["busy"];
  fault: Doing["fault"];
  /** Used, too old, replaced by a newer one, or not here as a whole. */
  dead: boolean;
  /** What it is for, once `look` was called. */
  facts: LinkFacts | null;
  look: () => Promise<LinkFacts>;
  run: (work: () => Promise<void>) => void;
}

export function useMailedLink(): MailedLink {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [token] = useState(() => linkToken.peek());
  const [dead, setDead] = useState(token === "");
  const [facts, setFacts] = useState<LinkFacts | null>(null);
  return {
    token, busy, fault, dead, facts,
    async look() {
      const found = await http<LinkFacts>("POST", "/links/look", { token });
      setFacts(found);
      return found;
    },
    run(work) {
      void run(async () => {
        try {
          await work();
        } catch (error) {
          if (!isRefused(error, "link_not_valid")) throw error;
          setDead(true);
        }
      });
    },
  };
}

interface CoverProps {
  link: MailedLink;
  lead: string;
  button: string;
  onOpen: () => Promise<unknown>;
  children?: ComponentChildren;
}

/** Before the tap: what will happen, and the one button. */
export function Cover({ link, lead, button, onOpen, children }: CoverProps): JSX.Element {
  const account = useAccount();
  const here = account.standing.value;
  const open = (event: Event): void => {
    event.preventDefault();
    link.run(async () => void (await onOpen()));
  };
  return (
    <>
      <p class="lead">{lead}</p>
      {here.is === "signed_in" && (
        <p class="soft">
          {t("link-other-here")} <Bdi text={here.me.name} />
        </p>
      )}
      <form onSubmit={open}>
        {children}
        <Fault words={link.fault} />
        <button type="submit" class="main" disabled={link.busy}>
          {link.busy ? t("one-moment") : button}
        </button>
      </form>
    </>
  );
}

/** What to do now: a new link of this kind, asked for here. */
export function DeadLink({ link, kind }: { link: MailedLink; kind: LinkKind }): JSX.Element {
  const [email, setEmail] = useState("");
  return (
    <>
      <WhyDead link={link} />
      <p>{t("link-new-one")}</p>
      <AskForLink kind={kind} email={email} onEmail={setEmail} />
      <ToDoor />
    </>
  );
}

export const WhyDead = ({ link }: { link: MailedLink }): JSX.Element => (
  <p class="lead" role="status">
    {t(link.token === "" ? "link-not-whole" : "link-dead")}
  </p>
);

export const ToDoor = (): JSX.Element => (
  <div class="door-ways">
    <Link href="/" class="button quiet">
      {t("to-the-door")}
    </Link>
  </div>
);
