/** What a message answers: the words that were picked, or its first line; pressing it goes there. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import type { Message, Quote } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { nameOf } from "./group.tsx";
import { Words } from "./markup.tsx";
import { firstName } from "./names.ts";
import { quotedWords } from "./quotes.ts";
import { findMessage, type Room } from "./room.ts";

interface QuotationProps {
  room: Room;
  id: number;
  quote?: Quote | null | undefined;
  onJump: (id: number) => void;
}

export function Quotation({ room, id, quote, onJump }: QuotationProps): JSX.Element {
  const original = findMessage(room.stretch.value?.messages ?? [], id) ?? findMessage(room.originals.value, id);
  const ready = room.snapshot.value !== null && !room.stale.value;
  useEffect(() => {
    if (quote && !original && ready) room.recallOriginal(id);
  }, [room, id, !quote, original === undefined, ready]);
  const name = original ? firstName(nameOf(room, original.author)) : "";
  return (
    <button type="button" class={quote ? "quotation picked" : "quotation"} tabIndex={-1} onClick={() => onJump(id)}>
      <span class="unseen">{t("answers")} </span>
      {original && (
        <b>
          <Bdi text={name} />
        </b>
      )}{" "}
      <Said original={original} quote={quote} />
    </button>
  );
}

/** Words that are gone from the original are gone here too. */
function Said({ original, quote }: { original: Message | undefined; quote: Quote | null | undefined }): JSX.Element {
  if (!original) return <bdi>{t("earlier-message")}</bdi>;
  if (original.text == null) return <bdi>{t("taken-back")}</bdi>;
  const words = quote ? quotedWords(quote, original) : original.text;
  return words === null ? <bdi>{t("quote-gone")}</bdi> : <Words text={words} />;
}
