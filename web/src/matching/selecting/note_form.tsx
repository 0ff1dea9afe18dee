/** What I think of an application: where I lean, and why. The others' words come after mine. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { ReviewedApplication, WriteReview } from "../../contract.ts";
import { TextArea } from "../../mine/text_area.tsx";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { TENDENCIES, type Tendency } from "./words.ts";

const LIMIT = 4_000;

interface NoteProps {
  one: ReviewedApplication;
  onChanged: (one: ReviewedApplication) => void;
}

export function NoteForm({ one, onChanged }: NoteProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [words, setWords] = useState(one.note?.words ?? "");
  const [tendency, setTendency] = useState<Tendency | null>(one.note?.tendency ?? null);
  const [noted, setNoted] = useState(false);
  const save = (event: Event): void => {
    event.preventDefault();
    if (tendency === null) return;
    void run(async () => {
      const said: WriteReview = { version: one.note?.version ?? 0, tendency, words };
      onChanged(await http<ReviewedApplication>("PUT", `/applications/${encodeURIComponent(one.id)}/note`, said));
      setNoted(true);
    });
  };
  return (
    <form class="note-form" onSubmit={save} onInput={() => setNoted(false)}>
      <fieldset class="leanings">
        <legend>{t("selecting-review-leaning")}</legend>
        {(Object.keys(TENDENCIES) as Tendency[]).map((each) => (
          <label key={each} class="leaning">
            <input
              type="radio" name={`leaning-${one.id}`} value={each} required checked={tendency === each}
              onChange={() => setTendency(each)}
            />
            {t(TENDENCIES[each])}
          </label>
        ))}
      </fieldset>
      <TextArea label={t("selecting-review-why")} limit={LIMIT} rows={4} value={words} onWrite={setWords} />
      <p class="soft">{t("selecting-review-who-reads")}</p>
      <Fault words={fault} />
      <p class="row">
        <button type="submit" class={one.note ? "quiet" : "main"} disabled={busy || words.trim() === ""}>
          {t(busy ? "one-moment" : one.note ? "selecting-review-change" : "selecting-review-keep")}
        </button>
        <span role="status" class="soft">
          {noted && t("selecting-review-noted")}
        </span>
      </p>
    </form>
  );
}

/** What the others think, once I have said it. `Heading`: what stands above it decides. */
export function OtherNotes({ one, Heading = "h3" }: { one: ReviewedApplication; Heading?: "h2" | "h3" }): JSX.Element | null {
  if (one.waiting) return <p class="soft">{t("selecting-review-others-wait")}</p>;
  if (one.notes.length === 0) return null;
  return (
    <section class="other-notes">
      <Heading>{t("selecting-review-others")}</Heading>
      <ul class="rows">
        {one.notes.map((note) => (
          <li key={note.by.id} class="entry-words">
            <p>
              <strong>
                <Bdi text={note.by.name} />
              </strong>{" "}
              <span class="soft">{t(TENDENCIES[note.tendency])}</span>
            </p>
            <p class="letter-words" dir="auto">
              {note.words}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
