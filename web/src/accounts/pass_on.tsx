/** The link of a fresh invitation, in words for the invited person: in their language and its script. */
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { InvitationLink } from "../contract.ts";
import { dayInSentence } from "../text/dates.ts";
import { t, textIn } from "../text/fluent.ts";
import { chooseLanguage, LOCALES, type Language } from "../text/languages.ts";
import { Bdi } from "../ui/bdi.tsx";
import { CopyButton } from "./copy.tsx";

export function wordsToPassOn(fresh: InvitationLink, language: Language, zone: string): Promise<string> {
  const { invitation, link, inviter } = fresh;
  const until = dayInSentence(invitation.expires_at, Date.now(), LOCALES[language], zone);
  return textIn(language, "invitations", "invitation-words", { name: invitation.name, inviter, link, until });
}

interface PassOnProps {
  fresh: InvitationLink;
  onAnother: () => void;
  /** What the way on from here is called. */
  another?: string;
}

export function PassOn({ fresh, onAnother, another }: PassOnProps): JSX.Element {
  const { me } = useStudio();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const language = chooseLanguage([fresh.invitation.language]);
  const [words, setWords] = useState(fresh.link);
  useEffect(() => {
    heading.current?.focus();
    // Without a network the link alone is there to be passed on.
    wordsToPassOn(fresh, language, me.zone).then(setWords, () => undefined);
  }, [fresh]);
  const share = (): void => {
    // Whoever closes the sheet has simply not shared.
    navigator.share({ text: words }).catch(() => undefined);
  };
  return (
    <section class="part">
      <h2 tabIndex={-1} ref={heading}>
        {t("pass-on-title")}
      </h2>
      <p class="good" role="status">
        {t("pass-on-mailed")}{" "}
        <strong>
          <Bdi text={fresh.invitation.email} />
        </strong>
      </p>
      <div class="field">
        <label for={id}>{t("pass-on-words")}</label>
        <textarea
          id={id} class="pass-on" readOnly lang={language} dir="auto" value={words}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <p class="row">
        <CopyButton text={words} main />
        {"share" in navigator && (
          <button type="button" onClick={share}>
            {t("share")}
          </button>
        )}
        <button type="button" class="quiet" onClick={onAnother}>
          {another ?? t("invite-another")}
        </button>
      </p>
      <p class="soft">{t("pass-on-once")}</p>
    </section>
  );
}
