/** The words of a letter: its subject, and what stands in it between the name and the team. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { PartForm } from "../../accounts/part_form.tsx";
import { TextArea } from "../../mine/text_area.tsx";
import { t } from "../../text/fluent.ts";
import { Field } from "../../ui/field.tsx";

const [TITLE_LIMIT, WORDS_LIMIT] = [120, 4_000];

interface LetterFormProps {
  title: string;
  words: string;
  language: string;
  onKeep: (title: string, words: string) => Promise<void>;
  onCancel: () => void;
}

export function LetterForm({ language, onKeep, onCancel, ...before }: LetterFormProps): JSX.Element {
  const [title, setTitle] = useState(before.title);
  const [words, setWords] = useState(before.words);
  return (
    <PartForm button={t("selecting-letter-keep")} work={() => onKeep(title, words)} onCancel={onCancel}>
      <Field
        label={t("selecting-letter-subject")} lang={language} dir="auto" required maxLength={TITLE_LIMIT} value={title}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea label={t("letter-words")} lang={language} limit={WORDS_LIMIT} rows={12} value={words} onWrite={setWords} />
    </PartForm>
  );
}
