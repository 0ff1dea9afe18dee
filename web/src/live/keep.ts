/**
 * What this browser keeps of mine: the outbox, and the last state of what I read, for the time without a network.
 * Signing out clears the second and, after asking, the first.
 */
export type Shelf = "outbox" | "cache";

export interface Keep {
  all<T>(shelf: Shelf): Promise<T[]>;
  get<T>(shelf: Shelf, key: string): Promise<T | undefined>;
  /** Whether it outlives the page. */
  put(shelf: Shelf, key: string, value: unknown): Promise<boolean>;
  /**
   * In one step: `merge` gets all that lies under `key` itself and under `key`, a space and more; what it returns then lies
   * there alone, under `key`, a space and `name`. With null everything stays as it is.
   */
  gather<T>(shelf: Shelf, key: string, name: string, merge: (found: T[]) => T | null): Promise<void>;
  remove(shelf: Shelf, key: string): Promise<void>;
  clear(shelf: Shelf): Promise<void>;
}

const SHELVES: Shelf[] = ["outbox", "cache"];

export function openDatabase(name = "atelje", factory: IDBFactory | undefined = globalThis.indexedDB): Keep {
  const memory = keepInMemory();
  const opened = factory ? open(factory, name).catch(() => null) : Promise.resolve(null);
  const through = async <T>(
    shelf: Shelf, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>,
    instead: (memory: Keep) => Promise<unknown>,
  ): Promise<T> => {
    const database = await opened;
    if (!database) return (await instead(memory)) as T;
    return run(database, shelf, mode, ask);
  };
  return {
    all: <T>(shelf: Shelf) => through<T[]>(shelf, "readonly", (store) => store.getAll(), (m) => m.all(shelf)),
    get: <T>(shelf: Shelf, key: string) =>
      through<T | undefined>(shelf, "readonly", (store) => store.get(key), (m) => m.get(shelf, key)),
    async put(shelf, key, value) {
      await through(shelf, "readwrite", (store) => putForGood(store, key, value), (m) => m.put(shelf, key, value));
      return (await opened) !== null;
    },
    gather: async <T>(shelf: Shelf, key: string, name: string, merge: (found: T[]) => T | null) =>
      void (await through(
        shelf, "readwrite", (store) => gather(store, key, name, merge), (m) => m.gather(shelf, key, name, merge),
      )),
    remove: async (shelf, key) =>
      void (await through(shelf, "readwrite", (store) => store.delete(key), (m) => m.remove(shelf, key))),
    clear: async (shelf) =>
      void (await through(shelf, "readwrite", (store) => store.clear(), (m) => m.clear(shelf))),
  };
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => SHELVES.forEach((shelf) => request.result.createObjectStore(shelf));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

/** Resolves when the transaction is complete, not when the request is: only then is it on the disk. */
function run<T>(
  database: IDBDatabase, shelf: Shelf, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

/** A page that goes does not live to see its request succeed: unless it is told at once, the browser takes it back. */
function putForGood(store: IDBObjectStore, key: string, value: unknown): IDBRequest {
  const request = store.put(value, key);
  store.transaction.commit();
  return request;
}

function gather<T>(store: IDBObjectStore, key: string, name: string, merge: (found: T[]) => T | null): IDBRequest {
  const all = IDBKeyRange.bound(key, `${key} \uffff`);
  const request = store.getAll(all);
  request.onsuccess = () => {
    const merged = merge(request.result as T[]);
    if (merged === null) return;
    store.delete(all);
    store.put(merged, `${key} ${name}`);
  };
  return request;
}

export function keepInMemory(): Keep {
  const shelves = new Map<Shelf, Map<string, unknown>>(SHELVES.map((shelf) => [shelf, new Map()]));
  const of = (shelf: Shelf): Map<string, unknown> => shelves.get(shelf)!;
  return {
    all: async <T>(shelf: Shelf) => [...of(shelf).values()] as T[],
    get: async <T>(shelf: Shelf, key: string) => of(shelf).get(key) as T | undefined,
    async put(shelf, key, value) {
      of(shelf).set(key, value);
      return false;
    },
    async gather<T>(shelf: Shelf, key: string, name: string, merge: (found: T[]) => T | null) {
      const keys = [...of(shelf).keys()].filter((other) => other === key || other.startsWith(`${key} `));
      const merged = merge(keys.map((other) => of(shelf).get(other) as T));
      if (merged === null) return;
      keys.forEach((other) => of(shelf).delete(other));
      of(shelf).set(`${key} ${name}`, merged);
    },
    remove: async (shelf, key) => void of(shelf).delete(key),
    clear: async (shelf) => of(shelf).clear(),
  };
}
