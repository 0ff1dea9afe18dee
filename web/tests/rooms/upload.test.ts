// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";

import type { Upload } from "../../src/contract.ts";
import { Refused, type Http } from "../../src/http.ts";
import { keepInMemory, type Keep } from "../../src/live/keep.ts";
import { unfinishedIn } from "../../src/rooms/things/files/unfinished.ts";
import { send } from "../../src/rooms/things/files/upload.ts";

const KIB = 1024;

/** The server's end: what of each upload is there, and every part that came. */
let uploads: Map<string, Upload & { bytes: number[] }>;
let parts: { offset: number; length: number }[];
/** So many parts come through before the page is gone, and nothing that it waits for comes any more. */
let lives: number;
let keep: Keep;

beforeEach(() => {
  uploads = new Map();
  parts = [];
  lives = Infinity;
  keep = keepInMemory();
  vi.stubGlobal("fetch", async (address: string, { headers, body }: { headers: Record<string, string>; body: Blob }) => {
    if (parts.length === lives) return new Promise(() => undefined);
    const upload = uploads.get(address.split("/").at(-1)!)!;
    const offset = Number(headers["upload-offset"]);
    parts.push({ offset, length: body.size });
    if (offset !== upload.received) {
      return new Response(JSON.stringify({ code: "upload_elsewhere", title: "", received: upload.received }), { status: 409 });
    }
    upload.bytes = upload.bytes.concat([...new Uint8Array(await body.arrayBuffer())]);
    upload.received = upload.bytes.length;
    return new Response(JSON.stringify(shown(upload)));
  });
});

const shown = ({ bytes: _bytes, ...upload }: Upload & { bytes: number[] }): Upload => upload;

const http = (async (method: string, path: string, body?: { size: number }) => {
  const [, , , , id, verb] = path.split("/");
  if (method === "POST" && !id) {
    const upload = { id: `u${uploads.size + 1}`, size: body!.size, received: 0, part: 256 * KIB, bytes: [] };
    uploads.set(upload.id, upload);
    return shown(upload);
  }
  const upload = uploads.get(id!);
  if (!upload) throw new Refused({ code: "upload_not_found", title: "" });
  if (verb === "finish") upload.item = 5;
  return verb === "finish" ? { offset: 5 } : shown(upload);
}) as unknown as Http;

const letters = Uint8Array.from({ length: 700 * KIB }, (_, place) => place % 251);
const letter = (changed = 1): File => new File([letters], "letter.txt", { lastModified: changed });

/** As the window that brings a file does it; resolves too when the page is gone before the end. */
async function bring(file: File, whole = true): Promise<void> {
  const unfinished = unfinishedIn(keep, "ana", "r1");
  const way = send(http, "r1", {
    data: file, name: file.name, told: {}, signal: new AbortController().signal, onProgress: () => undefined,
    earlier: await unfinished.idOf(file), onBegun: (id) => unfinished.begun(file, id),
  }).then(() => unfinished.over(file));
  if (whole) return way;
  await vi.waitFor(() => expect(parts).toHaveLength(lives));
}

async function interrupted(): Promise<void> {
  lives = 2;
  await bring(letter(), false);
  lives = Infinity;
}

test("the same file, chosen again after the page was gone, goes on where it was", async () => {
  await interrupted();
  const before = uploads.get("u1")!.received;
  expect(before).toBeGreaterThan(0);
  await bring(letter());
  expect([...uploads.keys()]).toEqual(["u1"]);
  expect(parts[2]!.offset).toBe(before);
  expect(parts.reduce((sum, { length }) => sum + length, 0)).toBe(letters.length);
  expect(uploads.get("u1")!.bytes).toEqual([...letters]);
});

test("a file that was changed meanwhile begins anew", async () => {
  await interrupted();
  await bring(letter(2));
  expect(uploads.get("u2")!.bytes).toEqual([...letters]);
});

test("what the server has given up begins anew", async () => {
  await interrupted();
  const [first] = uploads.keys();
  uploads.set("other", { ...uploads.get(first!)!, id: "other" });
  uploads.delete(first!);
  await bring(letter());
  expect(uploads.get("u2")!.bytes).toEqual([...letters]);
});

test("a file that has arrived is brought a second time when it is chosen again", async () => {
  await bring(letter());
  await bring(letter());
  expect([...uploads.values()].map(({ item }) => item)).toEqual([5, 5]);
});

test("it is remembered for one room and one person, and of the last five alone", async () => {
  const mine = unfinishedIn(keep, "ana", "r1");
  for (let number = 1; number <= 6; number += 1) await mine.begun(letter(number), `u${number}`);
  expect(await mine.idOf(letter(1))).toBe(null);
  expect(await mine.idOf(letter(6))).toBe("u6");
  expect(await unfinishedIn(keep, "bor", "r1").idOf(letter(6))).toBe(null);
  expect(await unfinishedIn(keep, "ana", "r2").idOf(letter(6))).toBe(null);
});
