import { expect, test } from "vitest";

import type { PersonEntry } from "../../src/contract.ts";
import type { Http } from "../../src/http.ts";
import type { Listener } from "../../src/live/connection.ts";
import { createProgrammes } from "../../src/mine/programmes.ts";

test("what was told of dates is asked anew by whoever shows them, without asking for my parts", async () => {
  let listener: Listener | undefined;
  const asked: string[] = [];
  const { changes } = createProgrammes({
    http: (async (method: string, path: string) => void asked.push(`${method} ${path}`)) as Http,
    connection: { listen: (one) => void (listener = one) },
    keep: () => undefined,
    recall: async () => undefined,
  });
  listener!.entry({ kind: "dates_changed" } as PersonEntry);
  expect([changes.value, asked]).toEqual([1, []]);
  listener!.lost();
  expect(changes.value).toBe(2);
});
