/** The way to find something, in the open room or in all of mine: a button, and Ctrl K. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { t } from "../../text/fluent.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Room } from "../room.ts";
import { lookingBack } from "./later.ts";

/** `room`: null for all of them. */
export function WayToFind({ room }: { room: Room | null }): JSX.Element {
  const [finding, setFinding] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setFinding(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => {
    if (finding) void lookingBack.load();
  }, [finding]);
  const Windows = lookingBack.value;
  return (
    <>
      <button
        type="button" class="quiet round" aria-haspopup="dialog" aria-label={t(room ? "find" : "find-all")}
        onClick={() => setFinding(true)}
      >
        <Icon name="find" />
      </button>
      {Windows && finding && <Windows.Find room={room} onClose={() => setFinding(false)} />}
    </>
  );
}
