/** Bringing something into the room: a file of this device, or one's voice, with a line about it. */
import "./files.css";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../../../accounts/form.tsx";
import { useHttp, useStudio } from "../../../context.ts";
import type { Upload } from "../../../contract.ts";
import { t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Icon } from "../../../ui/icon.tsx";
import type { Room } from "../../room.ts";
import { unfinishedIn } from "./unfinished.ts";
import { findUpload, send } from "./upload.ts";
import { canRecord, Voice } from "./voice.tsx";
import { sizeWords } from "./words.ts";

const TAKEN = ".png,.jpg,.jpeg,.webp,.gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.mp3,.ogg,.m4a,image/png,image/jpeg,image/webp,image/gif";
const TEXT_LIMIT = 500;

export function Bring({ room }: { room: Room }): JSX.Element | null {
  const [open, setOpen] = useState<"file" | "voice" | null>(null);
  if (room.snapshot.value === null || room.snapshot.value.closed != null) return null;
  return (
    <>
      <button type="button" class="quiet round bring-way-in" aria-label={t("file-bring")} title={t("file-bring")} onClick={() => setOpen("file")}>
        <Icon name="clip" />
      </button>
      {canRecord() && (
        <button type="button" class="quiet round bring-way-in" aria-label={t("voice-note")} title={t("voice-note")} onClick={() => setOpen("voice")}>
          <Icon name="voice" />
        </button>
      )}
      {open && <BringForm room={room} what={open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface Thing {
  data: Blob;
  name: string;
  /** Of this device, so that it can be chosen again. */
  file?: File;
}

function BringForm({ room, what, onClose }: { room: Room; what: "file" | "voice"; onClose: () => void }): JSX.Element {
  const http = useHttp();
  const { studio } = useStudio();
  const unfinished = useMemo(() => unfinishedIn(studio.keep, studio.me, room.id), []);
  const { busy, fault, run } = useDoing();
  const [thing, setThing] = useState<Thing | null>(null);
  const [text, setText] = useState("");
  const [sent, setSent] = useState<{ bytes: number; waiting: boolean } | null>(null);
  const [earlier, setEarlier] = useState<{ file: File; upload: Upload } | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const choose = async (file: File | undefined): Promise<void> => {
    setThing(file ? { data: file, name: file.name, file } : null);
    const id = file && (await unfinished.idOf(file));
    // Without a network there are no words about it, and it goes on all the same.
    const upload = id ? await findUpload(http, room.id, id, file.size).catch(() => null) : null;
    setEarlier(file && upload ? { file, upload } : null);
  };

  const bring = (): Promise<void> =>
    run(async () => {
      if (!thing) return;
      const { file } = thing;
      const journey = new AbortController();
      stop.current = journey;
      setSent({ bytes: 0, waiting: false });
      try {
        const { offset } = await send(http, room.id, {
          data: thing.data, name: thing.name, told: { text }, signal: journey.signal,
          earlier: file ? await unfinished.idOf(file) : null,
          onBegun: async (id) => void (file && (await unfinished.begun(file, id))),
          onProgress: (bytes, waiting) => setSent({ bytes, waiting }),
        });
        setTimeout(() => (room.snapshot.peek()?.offset ?? 0) < (offset ?? 0) && void room.refresh(), 1_500);
        onClose();
      } catch (error) {
        if (!journey.signal.aborted) throw error;
      } finally {
        if (file) void unfinished.over(file);
        setSent(null);
      }
    });

  return (
    <Dialog title={t(what === "file" ? "file-bring" : "voice-note")} onClose={onClose}>
      <form
        class="bring"
        onSubmit={(event) => {
          event.preventDefault();
          void bring();
        }}
      >
        {what === "voice" ? (
          <Voice onRecorded={(sound) => setThing(sound && { data: sound, name: t("voice-note") })} />
        ) : (
          <label class="button bring-file">
            <Icon name="clip" /> {t("file-choose")}
            <input
              type="file" class="unseen" accept={TAKEN} disabled={busy}
              onChange={({ currentTarget: { files } }) => void choose(files?.[0])}
            />
          </label>
        )}
        {what === "file" && <p class="soft">{t("file-what")}</p>}
        {thing && (
          <>
            <p class="bring-name">
              {what === "file" && <Bdi text={thing.name} />} <span class="soft">{sizeWords(thing.data.size)}</span>
            </p>
            {earlier && earlier.file === thing.file && !sent && (
              <p class="soft" role="status">
                {t("file-goes-on", { sent: sizeWords(earlier.upload.received), size: sizeWords(thing.data.size) })}
              </p>
            )}
            <Field
              label={t("file-line")} name="text" type="text" dir="auto" maxLength={TEXT_LIMIT} value={text} disabled={busy}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </>
        )}
        {sent && thing && (
          <div class="bring-way">
            <progress max={thing.data.size} value={sent.bytes} aria-label={t("file-on-the-way")} />
            <p class="soft" role="status">
              {sent.waiting ? t("file-waits") : t("file-sent", { sent: sizeWords(sent.bytes), size: sizeWords(thing.data.size) })}
            </p>
          </div>
        )}
        <Fault words={fault} />
        <p class="row">
          {busy ? (
            <button type="button" class="quiet" onClick={() => stop.current?.abort()}>
              {t("file-stop")}
            </button>
          ) : (
            <button type="submit" class="main" disabled={!thing}>
              {t("send")}
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
