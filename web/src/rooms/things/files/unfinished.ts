/** Which uploads of this browser were not finished: the same file, chosen again after the page was loaded anew, goes on. */
import type { Keep } from "../../../live/keep.ts";

interface Begun {
  name: string;
  size: number;
  changed: number;
  id: string;
}

export interface Unfinished {
  /** The upload of this file that was begun and not finished here; the server may know it no more. */
  idOf(file: File): Promise<string | null>;
  begun(file: File, id: string): Promise<void>;
  over(file: File): Promise<void>;
}

/** As many as the server keeps open for one person. */
const AT_MOST = 5;

export function unfinishedIn(keep: Keep, me: string, room: string): Unfinished {
  const key = `uploads ${me} ${room}`;
  // Without a shelf every upload begins anew.
  const all = async (): Promise<Begun[]> => (await keep.get<Begun[]>("cache", key).catch(() => undefined)) ?? [];
  const is = (file: File) => ({ name, size, changed }: Begun): boolean =>
    name === file.name && size === file.size && changed === file.lastModified;
  const put = async (file: File, more: Begun[]): Promise<void> => {
    const others = (await all()).filter((one) => !is(file)(one));
    await keep.put("cache", key, [...more, ...others].slice(0, AT_MOST)).catch(() => undefined);
  };
  return {
    idOf: async (file) => (await all()).find(is(file))?.id ?? null,
    begun: (file, id) => put(file, [{ name: file.name, size: file.size, changed: file.lastModified, id }]),
    over: (file) => put(file, []),
  };
}
