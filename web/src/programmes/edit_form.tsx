/**
 * A form over something that others may change at the same time. While nobody has typed it shows the newest; what was
 * typed stays, also when somebody else was quicker: then the newest stands beside it, to be taken or written over.
 */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { isRefused } from "../http.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";

interface EditFormProps<T> {
  newest: T;
  version: number;
  save: (typed: T, version: number) => Promise<void>;
  /** Reads the newest and gives its version. */
  reread: () => Promise<number>;
  /** What of it can differ, by its label. */
  inWords: (value: T) => readonly (readonly [label: string, words: string])[];
  button?: string;
  /** In place of what is said where somebody else was quicker. */
  meanwhile?: string;
  /** Saving is what one came for, also before anything was typed. */
  eager?: boolean;
  /** Beside "Saved.": where one goes from here. */
  next?: ComponentChildren;
  children: (typed: T, set: (change: Partial<T>) => void) => ComponentChildren;
}

export function EditForm<T extends object>(props: EditFormProps<T>): JSX.Element {
  const { newest, version, save, reread, inWords, button, eager = false, next, children } = props;
  const quicker = props.meanwhile ?? t("meanwhile");
  const { busy, fault, run } = useDoing();
  const [mine, setMine] = useState<{ typed: T; version: number } | null>(null);
  const [meanwhile, setMeanwhile] = useState(false);
  const [saved, setSaved] = useState(false);
  const typed = mine?.typed ?? newest;
  const set = (change: Partial<T>): void => {
    setSaved(false);
    setMine((now) => ({ typed: { ...(now?.typed ?? newest), ...change }, version: now?.version ?? version }));
  };
  const takeNewest = (): void => {
    setMine(null);
    setMeanwhile(false);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setSaved(false);
    void run(async () => {
      try {
        await save(typed, mine?.version ?? version);
      } catch (error) {
        if (!isRefused(error, "changed_meanwhile")) throw error;
        const fresh = await reread();
        setMine({ typed, version: fresh });
        setMeanwhile(true);
        return;
      }
      setMine(null);
      setMeanwhile(false);
      setSaved(true);
    });
  };
  return (
    <form class="part-form" onSubmit={submit}>
      {children(typed, set)}
      <div role="alert">
        {meanwhile && <Meanwhile words={quicker} before={inWords(typed)} newest={inWords(newest)} onTake={takeNewest} />}
      </div>
      <Fault words={fault} />
      <div class="row save">
        <button type="submit" class={mine || eager ? "main" : ""} disabled={busy}>
          {busy ? t("one-moment") : (button ?? t("save"))}
        </button>
        <span role="status" class="soft">
          {saved && t("saved")}
        </span>
        {saved && next}
      </div>
    </form>
  );
}

type InWords = readonly (readonly [label: string, words: string])[];

interface MeanwhileProps {
  words: string;
  before: InWords;
  newest: InWords;
  onTake: () => void;
}

function Meanwhile({ words, before, newest, onTake }: MeanwhileProps): JSX.Element {
  const differing = newest.filter(([, now], place) => now !== before[place]?.[1]);
  return (
    <div class="ask">
      <p>{words}</p>
      {differing.length > 0 && (
        <dl class="newest">
          {differing.map(([label, now]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{now ? <Bdi text={now} /> : t("nothing-there")}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="row">
        <button type="button" onClick={onTake}>
          {t("take-newest")}
        </button>
      </p>
    </div>
  );
}
