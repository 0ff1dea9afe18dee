/** Words of a message are selected: beside them stands the offer to quote them. */
import type { JSX } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";

import type { Message } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Icon } from "../ui/icon.tsx";
import { CalledContext } from "./called.ts";
import type { Acts } from "./group.tsx";
import { locate } from "./locate.ts";
import { findMessage } from "./room.ts";

interface QuoteOfferProps {
  talk: { current: HTMLElement | null };
  messages: readonly Message[];
  acts: Acts;
}

interface Picked {
  message: number;
  words: string;
  before: string;
  box: DOMRect;
}

const GAP_PX = 8;
const HEIGHT_PX = 44;

export function QuoteOffer({ talk, messages, acts }: QuoteOfferProps): JSX.Element | null {
  const called = useContext(CalledContext);
  const [picked, setPicked] = useState<Picked | null>(null);
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = talk.current;
    const read = (): void => setPicked(element && readSelection(element));
    read();
    document.addEventListener("selectionchange", read);
    element?.addEventListener("scroll", read, { passive: true });
    return () => {
      document.removeEventListener("selectionchange", read);
      element?.removeEventListener("scroll", read);
    };
  }, [talk.current]);
  useEffect(() => {
    const frame = talk.current?.parentElement?.getBoundingClientRect();
    const button = place.current;
    if (!button || !picked || !frame) return;
    // Below the words: above them a phone shows what it offers itself.
    const top = Math.min(picked.box.bottom - frame.top + GAP_PX, frame.height - HEIGHT_PX - GAP_PX);
    button.style.top = `${Math.max(GAP_PX, top)}px`;
    button.style.left = `${Math.max(GAP_PX, Math.min(picked.box.left - frame.left, frame.width - button.offsetWidth - GAP_PX))}px`;
  }, [picked]);

  const message = picked && findMessage(messages, picked.message);
  if (!picked || !message?.text) return null;
  const quote = (): void => {
    const part = locate(message.text ?? "", picked.words, picked.before, called);
    getSelection()?.removeAllRanges();
    acts.onQuote(message, part ?? undefined);
  };
  return (
    <button
      ref={place} type="button" class="way quote-offer" onPointerDown={(event) => event.preventDefault()} onClick={quote}
    >
      <Icon name="quote" /> {t("quote")}
    </button>
  );
}

/** Null unless all that is selected lies within the words of one message. */
function readSelection(talk: HTMLElement): Picked | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const words = elementOf(range.commonAncestorContainer)?.closest<HTMLElement>(".words");
  const item = words?.closest<HTMLElement>(".message[id]");
  if (!words || !item || !talk.contains(item) || selection.toString().trim() === "") return null;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return {
    message: Number(item.id.slice("message-".length)), words: selection.toString(), before: before.toString(),
    box: range.getBoundingClientRect(),
  };
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
