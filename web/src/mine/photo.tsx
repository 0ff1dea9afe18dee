/** My photo: a square that is cut here, by thumb, mouse or arrow keys, before anything is sent. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { Photos } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Part } from "../ui/page.tsx";
import { centred, framed, moved, type Frame } from "./crop.ts";
import { Face } from "./face.tsx";
import { keepPhotos, usePhotos } from "./photos.ts";
import "./mine.css";

/** Pixels of what is sent; the server keeps it smaller. */
const SIDE = 512;
const STEP = 12;

export function Photo(): JSX.Element {
  const http = useHttp();
  const { me } = useStudio();
  const photos = usePhotos();
  const { busy, fault, run } = useDoing();
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const mark = photos[me.id];

  const pick = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setUnreadable(false);
    try {
      setPicture(await createImageBitmap(file));
    } catch {
      setUnreadable(true);
    }
    if (input.current) input.current.value = "";
  };
  const save = (square: string): void =>
    void run(async () => {
      keepPhotos(me.id, (await http<Photos>("PUT", "/me/photo", { picture: square })).photos);
      setPicture(null);
    });
  const remove = (): void =>
    void run(async () => {
      await http("DELETE", "/me/photo");
      const { [me.id]: _, ...others } = photos;
      keepPhotos(me.id, others);
    });
  return (
    <Part
      title={t("photo-title")} doing={picture !== null}
      state={
        <div class="photo-now">
          <Face person={me} mark={mark} large />
          <p class="soft">{t("photo-who-sees")}</p>
        </div>
      }
      actions={
        picture === null && (
          <>
            <button type="button" class="quiet" onClick={() => input.current?.click()}>
              {t(mark ? "photo-another" : "photo-choose")}
            </button>
            {mark && (
              <button type="button" class="quiet danger" disabled={busy} onClick={remove}>
                {t("photo-remove")}
              </button>
            )}
          </>
        )
      }
    >
      <input
        ref={input} type="file" accept="image/jpeg,image/png,image/webp" class="unseen" tabIndex={-1}
        aria-label={t("photo-choose")} onChange={(event) => void pick(event.currentTarget.files?.[0])}
      />
      {picture && <Cut picture={picture} busy={busy} onSave={save} onCancel={() => setPicture(null)} />}
      <Fault words={unreadable ? t("refused-photo_unreadable") : fault} />
    </Part>
  );
}

interface CutProps {
  picture: ImageBitmap;
  busy: boolean;
  onSave: (square: string) => void;
  onCancel: () => void;
}

function Cut({ picture, busy, onSave, onCancel }: CutProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [frame, setFrame] = useState<Frame>(() => centred(picture));
  const held = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => canvas.current?.focus(), []);
  useEffect(() => {
    const drawing = canvas.current?.getContext("2d");
    const { x, y, side } = framed(picture, frame);
    drawing?.clearRect(0, 0, SIDE, SIDE);
    drawing?.drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE);
  }, [picture, frame]);

  const drag = (event: PointerEvent): void => {
    if (!held.current || !canvas.current) return;
    const scale = SIDE / canvas.current.clientWidth;
    const [right, down] = [(event.clientX - held.current.x) * scale, (event.clientY - held.current.y) * scale];
    held.current = { x: event.clientX, y: event.clientY };
    setFrame((now) => moved(picture, now, right, down, SIDE));
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[event.key];
    if (!by) return;
    event.preventDefault();
    setFrame((now) => moved(picture, now, by[0]!, by[1]!, SIDE));
  };
  return (
    <div class="cut">
      <canvas
        ref={canvas} width={SIDE} height={SIDE} tabIndex={0} role="application" aria-label={t("photo-move")}
        onKeyDown={onKey} onPointerMove={drag} onPointerUp={() => (held.current = null)}
        onPointerCancel={() => (held.current = null)}
        onPointerDown={(event) => {
          held.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
      />
      <p class="soft">{t("photo-move")}</p>
      <label class="zoom">
        <span>{t("photo-zoom")}</span>
        <input
          type="range" min="1" max="4" step="0.05" value={frame.zoom}
          onInput={(event) => setFrame({ ...frame, zoom: Number(event.currentTarget.value) })}
        />
      </label>
      <p class="row">
        <button
          type="button" class="main" disabled={busy}
          onClick={() => onSave(canvas.current!.toDataURL("image/jpeg", 0.9).split(",")[1]!)}
        >
          {busy ? t("one-moment") : t("photo-save")}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
    </div>
  );
}
