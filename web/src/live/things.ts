/** What an entry makes of a room's things. One fold serves all kinds: see server/contract/things.py. */
import { THINGS, type Earlier, type Entry, type Item, type Things } from "../contract.ts";

type Fields = Record<string, unknown>;

const HISTORY_LIMIT = 20;

/** A newer server may tell of kinds that this client does not know: they change nothing. */
export function keep(things: Things, offset: number, entry: Entry): Things {
  const [, prefix = "", what] = /^(.+)_(added|changed|removed)$/.exec(entry.kind) ?? [];
  const kind = THINGS[prefix];
  const body = entry.body as Fields | null | undefined;
  // The words were taken back: what the entry is about is removed further on.
  if (!kind || !body) return things;
  const { [kind]: before = [], ...others } = things;
  const after = fold(before as unknown as Item<Fields>[], what, offset, entry, body);
  return (after.length > 0 ? { ...others, [kind]: after } : others) as Things;
}

function fold(items: Item<Fields>[], what: string | undefined, id: number, entry: Entry, body: Fields): Item<Fields>[] {
  const { at, actor: by = null } = entry;
  if (what === "added") return [...items, { id, by, at, last: id, body }];
  const { item: about, reason, ...given } = body;
  if (what === "removed") return items.filter((item) => item.id !== about);
  return items.map((item) => {
    if (item.id !== about) return item;
    const after = { ...item, last: id, body: { ...item.body, ...given } };
    if (typeof reason !== "string") return after;
    const was = Object.fromEntries(Object.keys(given).map((name) => [name, item.body[name]]));
    const earlier: Earlier = { at, by, reason, was };
    return { ...after, history: [...(item.history ?? []), earlier].slice(-HISTORY_LIMIT) };
  });
}
