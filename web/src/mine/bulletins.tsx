/** What the team announced and I have not put away yet; an answer reaches its author alone. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MyBulletin, MyBulletins } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { useCommand } from "./command.ts";
import { momentDay } from "./days.ts";

export function Bulletins(): JSX.Element | null {
  const asked = useAsked<MyBulletins>("/me/bulletins");
  const place = useRef<HTMLElement>(null);
  const standing = asked.value?.bulletins.filter(({ read }) => !read) ?? [];
  const read = asked.value?.bulletins.filter((one) => one.read) ?? [];
  if (standing.length === 0 && read.length === 0) return null;
  return (
    <section class="home-part" ref={place} tabIndex={-1} aria-labelledby="bulletins-title">
      <h2 id="bulletins-title">{t("from-the-team")}</h2>
      {standing.map((one) => (
        <Bulletin
          key={one.id} bulletin={one}
          onChanged={async () => {
            await asked.load();
            place.current?.focus();
          }}
        />
      ))}
      {read.length > 0 && (
        <details>
          <summary>{t("bulletins-before", { count: read.length })}</summary>
          {read.map((one) => (
            <Bulletin key={one.id} bulletin={one} onChanged={asked.load} />
          ))}
        </details>
      )}
    </section>
  );
}

interface BulletinProps {
  bulletin: MyBulletin;
  onChanged: () => Promise<void>;
}

function Bulletin({ bulletin, onChanged }: BulletinProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [answering, setAnswering] = useState(false);
  const door = `/bulletins/${encodeURIComponent(bulletin.id)}`;
  const putAway = (): void =>
    void run(async () => {
      await http("POST", `${door}/read`);
      await onChanged();
    });
  return (
    <article class="card bulletin">
      <h3 lang={bulletin.language}>
        <Bdi text={bulletin.title} />
      </h3>
      <p class="soft">
        <Bdi text={bulletin.author.name} /> · <Worded names={bulletin.programme_names} /> · {momentDay(bulletin.at, me)}
      </p>
      <p class="plain" lang={bulletin.language} dir="auto">
        {bulletin.words}
      </p>
      {bulletin.answers?.map((answer) => (
        <p key={answer.at} class="own-answer">
          <span class="soft">{t("my-answer")}</span> <Bdi text={answer.words} />
        </p>
      ))}
      <Fault words={fault} />
      {answering ? (
        <Answer bulletin={bulletin} door={door} onDone={onChanged} onClose={() => setAnswering(false)} />
      ) : (
        <p class="row">
          <button type="button" onClick={() => setAnswering(true)}>
            {t("reply")}
          </button>
          {!bulletin.read && (
            <button type="button" class="quiet" disabled={busy} onClick={putAway}>
              {t("put-away")}
            </button>
          )}
        </p>
      )}
    </article>
  );
}

interface AnswerProps {
  bulletin: MyBulletin;
  door: string;
  onDone: () => Promise<void>;
  onClose: () => void;
}

const LIMIT = 2_000;

function Answer({ bulletin, door, onDone, onClose }: AnswerProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const command = useCommand();
  const [words, setWords] = useState("");
  const send = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      await command({ words }, (answer) => http("POST", `${door}/answers`, answer));
      await onDone();
      onClose();
    });
  };
  return (
    <form class="part-form" onSubmit={send}>
      <div class="field">
        <label for={`answer-${bulletin.id}`}>{t("answer-only", { name: bulletin.author.name })}</label>
        <textarea
          id={`answer-${bulletin.id}`} rows={3} maxLength={LIMIT} dir="auto" value={words}
          ref={(field) => void (words === "" && field?.focus())} onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <Fault words={fault} />
      <p class="row">
        <button type="submit" class="main" disabled={busy || words.trim() === ""}>
          {t("send")}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t("cancel")}
        </button>
      </p>
    </form>
  );
}
