/** The letters: of each outcome in each language that is read, edited, counted, and sent all at once. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { OutcomeLetter, OutcomeLetters, Selection, SendLetters, SetLetter } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { useCommand } from "../../mine/command.ts";
import { languageName } from "../../programmes/lines.ts";
import { Ask } from "../../programmes/people_list.tsx";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Part } from "../../ui/page.tsx";
import { LetterForm } from "./letter_form.tsx";
import { OUTCOMES } from "./words.ts";

export function LettersPart({ found, onChanged }: { found: Selection; onChanged: () => Promise<void> }): JSX.Element {
  const address = `/calls/${encodeURIComponent(found.call)}/letters`;
  const asked = useAsked<OutcomeLetters>(address);
  if (!asked.value) return <Awaited asked={asked} />;
  const all = asked.value;
  return (
    <Part title={t("selecting-outcome-letters")} state={<p class="soft">{t("selecting-outcome-letters-lead")}</p>}>
      {all.letters.length === 0 && <p>{t("selecting-outcome-letters-none")}</p>}
      <LetterRows address={address} letters={all.letters.filter(({ people }) => people > 0)} onChanged={asked.put} />
      {all.letters.some(({ people }) => people === 0) && (
        <details>
          <summary>{t("selecting-outcome-letters-others")}</summary>
          <LetterRows address={address} letters={all.letters.filter(({ people }) => people === 0)} onChanged={asked.put} />
        </details>
      )}
      <SendPart
        all={all} address={address}
        onSent={async (after) => {
          asked.put(after);
          await onChanged();
        }}
      />
    </Part>
  );
}

function LetterRows({ address, letters, onChanged }: {
  address: string; letters: readonly OutcomeLetter[]; onChanged: (all: OutcomeLetters) => void;
}): JSX.Element {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul class="rows">
      {letters.map((letter) => {
        const key = `${letter.outcome} ${letter.language}`;
        return (
          <li key={key} class="entry-block">
            <button type="button" class="entry-button" aria-expanded={open === key} onClick={() => setOpen(open === key ? null : key)}>
              <span class="entry-words">
                <strong>{t(OUTCOMES[letter.outcome])}</strong> · {languageName(letter.language)}
                {letter.edited && <span class="soft block">{t("selecting-outcome-letter-edited")}</span>}
              </span>
              <span class={letter.people > 0 ? "arrival awaited" : "arrival"}>
                {t("selecting-outcome-letter-people", { count: letter.people })}
              </span>
            </button>
            {open === key && <OneLetter address={address} letter={letter} onChanged={onChanged} />}
          </li>
        );
      })}
    </ul>
  );
}

function OneLetter({ address, letter, onChanged }: {
  address: string; letter: OutcomeLetter; onChanged: (all: OutcomeLetters) => void;
}): JSX.Element {
  const http = useHttp();
  const { fault, run } = useDoing();
  const [editing, setEditing] = useState(false);
  const keep = async (title: string, words: string): Promise<void> => {
    const wanted: SetLetter = { version: letter.version, title, words };
    onChanged(await http<OutcomeLetters>("PUT", `${address}/${letter.outcome}/${letter.language}`, wanted));
    setEditing(false);
  };
  return (
    <div class="entry-acts">
      {editing ? (
        <LetterForm title={letter.title} words={letter.words} language={letter.language} onKeep={keep} onCancel={() => setEditing(false)} />
      ) : (
        <>
          <article class="letter" lang={letter.language}>
            <h3 dir="auto">{letter.title}</h3>
            <p class="letter-words" dir="auto">
              {letter.words}
            </p>
          </article>
          <p class="soft">{t("selecting-outcome-letter-around")}</p>
          <Fault words={fault} />
          <p class="row">
            <button type="button" class="quiet" onClick={() => setEditing(true)}>
              {t("selecting-letter-edit")}
            </button>
            {letter.edited && (
              <button type="button" class="quiet" onClick={() => void run(() => keep("", ""))}>
                {t("selecting-letter-back")}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}

/** Who would be told what, then one button; afterwards how many have left. */
function SendPart({ all, address, onSent }: {
  all: OutcomeLetters; address: string; onSent: (all: OutcomeLetters) => Promise<void>;
}): JSX.Element {
  const http = useHttp();
  const command = useCommand();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const send = (): void =>
    void run(async () => {
      const wanted: Omit<SendLetters, "command_id"> = { people: all.to.length };
      const after = await command(wanted, (letters) => http<OutcomeLetters>("POST", address, letters));
      setAsking(false);
      await onSent(after);
    });
  return (
    <div class="send-letters">
      <div role="status">
        {all.leaving > 0 && <p>{t("selecting-outcome-letters-leaving", { gone: all.told, all: all.told + all.leaving })}</p>}
        {all.leaving > 0 && <progress class="progress" max={all.told + all.leaving} value={all.told} aria-hidden="true" />}
        {all.leaving === 0 && all.told > 0 && <p class="good">{t("selecting-outcome-letters-gone", { count: all.told })}</p>}
      </div>
      {all.to.length > 0 && (
        <details>
          <summary>{t("selecting-outcome-letters-to", { count: all.to.length })}</summary>
          <ul class="told-what">
            {all.to.map((one) => (
              <li key={one.application}>
                <Bdi text={one.name} />: {t(OUTCOMES[one.outcome])} · {languageName(one.language)}
                {one.own && ` · ${t("selecting-outcome-letter-own")}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {all.undecided > 0 && <p class="soft">{t("selecting-outcome-letters-undecided", { count: all.undecided })}</p>}
      <Fault words={fault} />
      {asking && all.to.length > 0 ? (
        <Ask
          words={t("selecting-outcome-letters-ask", { count: all.to.length })} yes={t("selecting-outcome-letters-send", { count: all.to.length })} busy={busy}
          onYes={send} onNo={() => setAsking(false)}
        />
      ) : (
        all.to.length > 0 && (
          <p class="row">
            <button type="button" class="main" onClick={() => setAsking(true)}>
              {t("selecting-outcome-letters-send", { count: all.to.length })}
            </button>
          </p>
        )
      )}
    </div>
  );
}
