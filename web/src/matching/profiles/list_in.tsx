/** A list taken in: looked over before anything is stored, with every bad line by its number; all of it or nothing. */
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { NewProfile, ProfileLine, ReadProfileList, ReadProfiles, SetProfiles } from "../../contract.ts";
import { useCommand } from "../../mine/command.ts";
import { inBase64 } from "../../programmes/file.ts";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Icon } from "../../ui/icon.tsx";

const SHOWN = 100;

interface ListInProps {
  door: string;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

export function ListIn({ door, onDone, onCancel }: ListInProps): JSX.Element {
  const id = useId();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [pasted, setPasted] = useState("");
  const [read, setRead] = useState<ReadProfiles | null>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current?.focus(), []);
  const look = (asked: ReadProfileList): void =>
    void run(async () => setRead(await http<ReadProfiles>("POST", `${door}/preview`, asked)));
  const choose = (file: File | undefined): void => {
    if (file) void inBase64(file).then((bytes) => look({ file: bytes }));
  };
  if (read) return <LookedOver door={door} read={read} onBack={() => setRead(null)} onDone={onDone} />;
  return (
    <form
      class="part-form wide-form" onSubmit={(event) => {
        event.preventDefault();
        look({ pasted });
      }}
    >
      <div class="field">
        <label for={id}>{t("list-paste")}</label>
        <textarea
          id={id} class="list-words" rows={6} dir="auto" spellcheck={false} value={pasted} ref={words} aria-describedby={`${id}-help`}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
        <p class="help" id={`${id}-help`}>
          {t("profiles-in-help")}
        </p>
      </div>
      <label class="button file-choice">
        {t("list-file")}
        <input
          type="file" class="unseen" accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
      </label>
      <Fault words={fault} />
      <p class="row">
        <button type="submit" class="main" disabled={busy || pasted.trim() === ""}>
          {busy ? t("one-moment") : t("list-look")}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
    </form>
  );
}

interface LookedOverProps {
  door: string;
  read: ReadProfiles;
  onBack: () => void;
  onDone: () => Promise<void>;
}

function LookedOver({ door, read, onBack, onDone }: LookedOverProps): JSX.Element {
  const http = useHttp();
  const command = useCommand();
  const { busy, fault, run } = useDoing();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const bad = read.lines.filter(({ faults }) => faults.length > 0);
  const changed = read.lines.filter(({ faults, changes }) => faults.length === 0 && changes.length > 0);
  const take = (): void => {
    const profiles = changed.map(({ profile }) => profile).filter((one): one is NewProfile => one !== null);
    void run(async () => {
      await command({ profiles }, (body: SetProfiles) => http("POST", door, body));
      await onDone();
    });
  };
  return (
    <section>
      <h3 tabIndex={-1} ref={heading}>
        {t("list-looked")}
      </h3>
      <p>{t("profiles-in-changes", { count: changed.length, all: read.lines.length })}</p>
      {bad.length > 0 && (
        <>
          <h4>{t("list-bad-title")}</h4>
          <Lines lines={bad} />
          <p class="ask">{t("profiles-in-nothing-yet")}</p>
        </>
      )}
      {changed.length > 0 && (
        <details open={bad.length === 0}>
          <summary>{t("profiles-in-those", { count: changed.length })}</summary>
          <Lines lines={changed} />
        </details>
      )}
      <Fault words={fault} />
      <p class="row">
        {changed.length > 0 && bad.length === 0 && (
          <button type="button" class="main" disabled={busy} onClick={take}>
            {busy ? t("one-moment") : t("profiles-in-take", { count: changed.length })}
          </button>
        )}
        <button type="button" class="quiet" disabled={busy} onClick={onBack}>
          {t("list-change")}
        </button>
      </p>
    </section>
  );
}

const Lines = ({ lines }: { lines: readonly ProfileLine[] }): JSX.Element => (
  <ul class="read-lines">
    {lines.length > SHOWN && <li class="soft">{t("list-first", { count: SHOWN })}</li>}
    {lines.slice(0, SHOWN).map((line) => (
      <li key={line.line}>
        <p>
          <span class="soft">{t("list-line", { line: line.line })}</span>{" "}
          <strong>
            <Bdi text={line.name || "–"} />
          </strong>{" "}
          {line.role && <span class="soft">{t(`role-${line.role}`)}</span>}
        </p>
        {line.faults.map(({ column, code, words }) => (
          <p key={`${column} ${code}`} class="why bad">
            <Icon name="alert" />
            <span>
              {words && (
                <>
                  <q>
                    <Bdi text={words} />
                  </q>{" "}
                </>
              )}
              {t(`refused-${code}`, { limit: code === "capacity_invalid" ? 10 : 20, length: "" })}
            </span>
          </p>
        ))}
      </li>
    ))}
  </ul>
);
