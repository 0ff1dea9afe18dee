/** A list of people: pasted or from a file, looked through before anybody is invited; all of them or nobody. */
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { LANGUAGE_OPTIONS } from "../accounts/language_choice.tsx";
import { useStudio } from "../context.ts";
import type { ListLine, NewPart, ReadPeople } from "../contract.ts";
import { useCommand } from "../mine/command.ts";
import { t } from "../text/fluent.ts";
import { chooseLanguage } from "../text/languages.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { Part } from "../ui/page.tsx";
import { inBase64 } from "./file.ts";
import { organisationOptions, roleOptions, NO_ORGANISATION } from "./inviting.tsx";
import { TAKING_PART, TEAM, type Role } from "./people.ts";
import type { SectionProps } from "./run_page.tsx";

const SHOWN = 100;

interface ListFormProps extends SectionProps {
  onCancel: () => void;
  onDone: (count: number) => void;
}

export function ListForm({ run, page, onCancel, onDone }: ListFormProps): JSX.Element {
  const { me } = useStudio();
  const { busy, fault, run: doIt } = useDoing();
  const organisations = organisationOptions(page);
  const [form, setForm] = useState({
    pasted: "", role: "mentee" as Role, language: chooseLanguage([me.language]) as string,
    organisation: organisations[0]?.value ?? NO_ORGANISATION,
  });
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<ReadPeople | null>(null);
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const look = (event: Event): void => {
    event.preventDefault();
    void doIt(async () => {
      const { pasted, role, language, organisation } = form;
      const list = file ? { file: await inBase64(file) } : { pasted };
      setRead(await run.readList({ role, language, organisation: organisation || null, ...list }));
    });
  };
  if (read) return <LookedThrough run={run} read={read} onBack={() => setRead(null)} onDone={onDone} />;
  return (
    <Part title={t("list-title")} state={<p class="soft">{t("list-lead")}</p>}>
      <form class="part-form wide-form" onSubmit={look}>
        <ListSource pasted={form.pasted} onPasted={(pasted) => set({ pasted })} file={file} onFile={setFile} />
        <fieldset class="boxed">
          <legend>{t("list-defaults")}</legend>
          <p class="help">{t("list-defaults-help")}</p>
          <Choice
            label={t("as-whom")} value={form.role} options={roleOptions([...TAKING_PART, ...TEAM])}
            onChoose={(role) => set({ role: role as Role })}
          />
          <Choice
            label={t("invite-language")} value={form.language} options={LANGUAGE_OPTIONS}
            onChoose={(language) => set({ language })}
          />
          {organisations.length > 1 && (
            <Choice
              label={t("brought-by")} value={form.organisation} options={organisations}
              onChoose={(organisation) => set({ organisation })}
            />
          )}
        </fieldset>
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy || (!file && form.pasted.trim() === "")}>
            {busy ? t("one-moment") : t("list-look")}
          </button>
          <button type="button" class="quiet" onClick={onCancel}>
            {t("cancel")}
          </button>
        </p>
      </form>
    </Part>
  );
}

interface ListSourceProps {
  pasted: string;
  onPasted: (pasted: string) => void;
  file: File | null;
  onFile: (file: File | null) => void;
}

function ListSource({ pasted, onPasted, file, onFile }: ListSourceProps): JSX.Element {
  const id = useId();
  const [over, setOver] = useState(false);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current?.focus(), []);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer?.files[0];
    if (dropped) onFile(dropped);
  };
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  if (file) {
    return (
      <p class="good file-taken">
        <strong>
          <Bdi text={file.name} />
        </strong>
        <button type="button" class="quiet" onClick={() => onFile(null)}>
          {t("list-other-file")}
        </button>
      </p>
    );
  }
  return (
    <div
      class={over ? "drop over" : "drop"} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      <div class="field">
        <label for={id}>{t("list-paste")}</label>
        <textarea
          id={id} class="list-words" name="list" rows={6} dir="auto" spellcheck={false} value={pasted} ref={words}
          aria-describedby={`${id}-help`} onInput={(event) => onPasted(event.currentTarget.value)}
        />
        <p class="help" id={`${id}-help`}>
          {t("list-columns")}
        </p>
      </div>
      <label class="button file-choice">
        {t("list-file")}
        <input
          type="file" class="unseen" accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
    </div>
  );
}

interface LookedThroughProps {
  run: SectionProps["run"];
  read: ReadPeople;
  onBack: () => void;
  onDone: (count: number) => void;
}

function LookedThrough({ run, read, onBack, onDone }: LookedThroughProps): JSX.Element {
  const { busy, fault, run: doIt } = useDoing();
  const command = useCommand();
  const [without, setWithout] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const bad = read.lines.filter(isBad);
  const good = read.lines.filter((line) => !isBad(line));
  const doubtful = good.filter(({ doubts }) => (doubts ?? []).length > 0);
  const plain = good.filter((line) => !doubtful.includes(line));
  const may = good.length > 0 && (bad.length === 0 || without);
  const invite = (): void => {
    void doIt(async () => {
      await command({ people: good.map(partOf) }, run.enrol);
      onDone(good.length);
    });
  };
  return (
    <section class="part">
      <h2 tabIndex={-1} ref={heading}>
        {t("list-looked")}
      </h2>
      <p>
        {t("list-good", { count: good.length })} {bad.length > 0 && t("list-bad", { count: bad.length })}
      </p>
      {bad.length > 0 && (
        <>
          <h3>{t("list-bad-title")}</h3>
          <Lines lines={bad} />
          <div class="ask">
            <p>{t(without ? "list-without-now" : "list-nobody-yet")}</p>
            <p class="row">
              <button type="button" onClick={onBack}>
                {t("list-mend")}
              </button>
              {good.length > 0 && !without && (
                <button type="button" class="quiet" onClick={() => setWithout(true)}>
                  {t("list-without", { count: bad.length })}
                </button>
              )}
            </p>
          </div>
        </>
      )}
      {doubtful.length > 0 && (
        <>
          <h3>{t("list-doubts-title")}</h3>
          <Lines lines={doubtful} />
        </>
      )}
      {plain.length > 0 && (
        <details class="came" open={bad.length === 0 && plain.length <= 12}>
          <summary>{t("list-plain", { count: plain.length })}</summary>
          <Lines lines={plain} />
        </details>
      )}
      <Fault words={fault} />
      {busy && (
        <div role="status">
          <p class="soft" id="inviting">
            {t("inviting-count", { count: good.length })}
          </p>
          <progress class="progress" aria-labelledby="inviting" />
        </div>
      )}
      <p class="row">
        {may && (
          <button type="button" class="main" disabled={busy} onClick={invite}>
            {t("invite-count", { count: good.length })}
          </button>
        )}
        {bad.length === 0 && (
          <button type="button" class="quiet" disabled={busy} onClick={onBack}>
            {t("list-change")}
          </button>
        )}
      </p>
    </section>
  );
}

const isBad = ({ faults }: ListLine): boolean => (faults ?? []).length > 0;

const partOf = ({ name, email, role, language, organisation }: ListLine): NewPart => ({
  name, email, role: role ?? "mentee", language: language ?? "en", organisation,
});

/** The first of them; a list may be thousands of lines long, and what is wrong is mostly the same. */
const Lines = ({ lines }: { lines: readonly ListLine[] }): JSX.Element => (
  <ul class="read-lines">
    {lines.length > SHOWN && <li class="soft">{t("list-first", { count: SHOWN })}</li>}
    {lines.slice(0, SHOWN).map((line) => (
      <li key={line.line}>
        <p>
          <span class="soft">{t("list-line", { line: line.line })}</span>{" "}
          <strong>
            <Bdi text={line.name || "–"} />
          </strong>{" "}
          <span class="soft">
            <Bdi text={line.email || "–"} />
            {line.role && ` · ${t(`role-${line.role}`)}`}
          </span>
        </p>
        {(line.faults ?? []).map((code) => (
          <Why key={code} code={code} other={line.other} bad />
        ))}
        {(line.doubts ?? []).map((code) => (
          <Why key={code} code={code} other={line.other} />
        ))}
      </li>
    ))}
  </ul>
);

const Why = ({ code, other, bad = false }: { code: string; other?: number | null | undefined; bad?: boolean }): JSX.Element => (
  <p class={bad ? "why bad" : "why"}>
    <Icon name="alert" />
    <span>
      {t(`refused-${code}`)} {other != null && t("list-other", { line: other })}
    </span>
  </p>
);
