/** Puts a text on the clipboard and says so. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { t } from "../text/fluent.ts";

export function CopyButton({ text, main = false }: { text: string; main?: boolean }): JSX.Element {
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      // Without https, or not allowed: the text stands beside the button to be taken by hand.
      setCopied("no");
    }
  };
  return (
    <>
      <button type="button" {...(main ? { class: "main" } : {})} onClick={() => void copy()}>
        {t("copy")}
      </button>
      <span role="status" class="soft copied">
        {copied === "yes" && t("copied")}
        {copied === "no" && t("not-copied")}
      </span>
    </>
  );
}
