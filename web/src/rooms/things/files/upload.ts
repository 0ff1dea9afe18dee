/** A file on its way to the room, part by part. A lost network costs the part that was on its way, and time. */
import type { Accepted, FinishUpload, Problem, Upload } from "../../../contract.ts";
import { isProblem, isRefused, Refused, Unreachable, type Http } from "../../../http.ts";

export interface Journey {
  /** Its bytes, and what it is called. */
  data: Blob;
  name: string;
  told: FinishUpload;
  /** An upload of the same bytes that was begun earlier: it goes on, unless it is finished or no more. */
  earlier: string | null;
  onBegun: (upload: string) => Promise<void>;
  /** Bytes that are there. `waiting`: the network is away, and it goes on by itself. */
  onProgress: (sent: number, waiting: boolean) => void;
  signal: AbortSignal;
}

const FIRST_PART = 128 * 1024;
const PART_PATIENCE_MS = 25_000;
/** A part that took less may be followed by a larger one. */
const QUICK_MS = 1_500;
const AGAIN_MS = 2_000;

export async function send(http: Http, room: string, journey: Journey): Promise<Accepted> {
  const { data, told, onProgress, signal } = journey;
  const { id, received, part: largest = FIRST_PART } = (await goOn(http, room, journey)) ?? (await begin(http, room, journey));
  const own = `${uploadsOf(room)}/${id}`;
  await journey.onBegun(id);
  try {
    let sent = received;
    let size = FIRST_PART;
    while (sent < data.size) {
      const began = performance.now();
      try {
        sent = await put(own, data.slice(sent, sent + size), sent, signal);
        size = performance.now() - began < QUICK_MS ? Math.min(2 * size, largest) : size;
        onProgress(sent, false);
      } catch (error) {
        if (elsewhere(error) !== undefined) {
          sent = elsewhere(error)!;
        } else {
          size = Math.max(FIRST_PART / 4, Math.floor(size / 2));
          const where = await patiently(() => passing(error) ? http<Upload>("GET", own) : Promise.reject(error), signal, () => onProgress(sent, true));
          sent = where.received;
        }
        onProgress(sent, false);
      }
    }
    return await patiently(() => http<Accepted>("POST", `${own}/finish`, told), signal, () => onProgress(sent, true));
  } catch (error) {
    if (signal.aborted) void http("DELETE", own).catch(() => undefined);
    throw error;
  }
}

const uploadsOf = (room: string): string => `/rooms/${encodeURIComponent(room)}/uploads`;

/** What of an upload of so many bytes is there; null when it can't go on: it has become a file, or is no more. */
export async function findUpload(http: Http, room: string, upload: string, size: number): Promise<Upload | null> {
  try {
    const found = await http<Upload>("GET", `${uploadsOf(room)}/${upload}`);
    return found.size === size && found.item == null ? found : null;
  } catch (error) {
    if (isRefused(error, "upload_not_found")) return null;
    throw error;
  }
}

async function goOn(http: Http, room: string, { earlier, data, onProgress, signal }: Journey): Promise<Upload | null> {
  if (earlier === null) return null;
  return patiently(() => findUpload(http, room, earlier, data.size), signal, () => onProgress(0, true));
}

function begin(http: Http, room: string, { data, name, onProgress, signal }: Journey): Promise<Upload> {
  const known = { name, size: data.size, type: data.type };
  return patiently(() => http<Upload>("POST", uploadsOf(room), known), signal, () => onProgress(0, true));
}

/** Where the next part begins. */
async function put(path: string, part: Blob, offset: number, signal: AbortSignal): Promise<number> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method: "PUT", credentials: "same-origin", body: part,
      headers: { "upload-offset": `${offset}`, "content-type": "application/octet-stream" },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PART_PATIENCE_MS)]),
    });
  } catch (cause) {
    throw new Unreachable("no answer", { cause });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return (answer as Upload).received;
  throw isProblem(answer) ? new Refused(answer) : new Unreachable(`${response.status}`);
}

/** Until there is an answer, or a no that stays one. */
async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal, onWait: () => void): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (!passing(error)) throw error;
      onWait();
      await pause(error instanceof Refused ? seconds(error.problem) * 1_000 : AGAIN_MS, signal);
    }
  }
}

const passing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refused && ["too_fast", "unavailable"].includes(error.problem.code));

const seconds = (problem: Problem): number => (typeof problem["seconds"] === "number" ? problem["seconds"] : 3);

function elsewhere(error: unknown): number | undefined {
  if (!(error instanceof Refused) || error.problem.code !== "upload_elsewhere") return undefined;
  return Number(error.problem["received"]);
}

/** A network that is back ends it sooner. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
