/** Recording one's voice: what is left of three minutes is seen, and it is heard before anybody else hears it. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { t } from "../../../text/fluent.ts";
import { Icon } from "../../../ui/icon.tsx";
import { clockWords } from "./words.ts";

export const LONGEST_SECONDS = 180;
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS_A_SECOND = 32_000;

export const canRecord = (): boolean => typeof MediaRecorder === "function" && !!navigator.mediaDevices;

interface Running {
  recorder: MediaRecorder;
  since: number;
}

export function Voice({ onRecorded }: { onRecorded: (sound: Blob | null) => void }): JSX.Element {
  const [running, setRunning] = useState<Running | null>(null);
  const [left, setLeft] = useState(LONGEST_SECONDS);
  const [heard, setHeard] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const current = useRef<MediaRecorder | null>(null);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      const passed = (performance.now() - running.since) / 1_000;
      setLeft(Math.max(0, Math.ceil(LONGEST_SECONDS - passed)));
      if (passed >= LONGEST_SECONDS) stop();
    }, 200);
    return () => clearInterval(timer);
  }, [running]);
  useEffect(() => () => (heard === null ? undefined : URL.revokeObjectURL(heard)), [heard]);
  // Whoever closes the window is no longer heard.
  useEffect(() => () => current.current?.stream.getTracks().forEach((track) => track.stop()), []);

  async function begin(): Promise<void> {
    setHeard(null);
    onRecorded(null);
    setRefused(false);
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      setRefused(true);
      return;
    }
    const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND, ...(mimeType ? { mimeType } : {}) });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      stream.getTracks().forEach((track) => track.stop());
      const sound = new Blob(pieces, { type: recorder.mimeType });
      setRunning(null);
      if (sound.size === 0) return;
      setHeard(URL.createObjectURL(sound));
      onRecorded(sound);
    };
    current.current = recorder;
    recorder.start();
    setLeft(LONGEST_SECONDS);
    setRunning({ recorder, since: performance.now() });
  }

  function stop(): void {
    if (current.current?.state === "recording") current.current.stop();
  }

  return (
    <div class="voice">
      {running ? (
        <>
          <p class="voice-clock" role="timer" aria-label={t("voice-left")}>
            {clockWords(left)}
          </p>
          <button type="button" class="main" onClick={stop}>
            {t("voice-stop")}
          </button>
        </>
      ) : (
        <button type="button" class={heard ? "quiet" : "main"} onClick={() => void begin()}>
          <Icon name="voice" /> {t(heard ? "voice-again" : "voice-begin")}
        </button>
      )}
      {heard && <audio controls src={heard} aria-label={t("voice-own")} />}
      <Fault words={refused ? t("voice-refused") : null} />
    </div>
  );
}
