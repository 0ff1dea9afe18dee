// @vitest-environment happy-dom
import { expect, test } from "vitest";

import type { Since } from "../../src/contract.ts";
import { CatchUp } from "../../src/rooms/memory/catch_up.tsx";
import { markdown } from "../../src/rooms/parts.ts";
import type { Room } from "../../src/rooms/room.ts";
import { needTexts } from "../../src/text/fluent.ts";
import { fakeServer } from "../accounts/server.ts";
import { ROOM, stage } from "../mine/stage.tsx";

const AT = Date.UTC(2026, 10, 20, 17);

test("what was said meanwhile stands in one line, without the marks of its writing", async () => {
  await Promise.all([markdown.load(), needTexts("things")]);
  const since: Since = {
    offset: 0,
    things: [],
    mentions: { messages: [], more: 0 },
    messages: { messages: [{ id: 7, at: AT, author: "blagica", text: "A *small*\n\n- **plan**", after: true }], more: 3 },
  };
  const server = fakeServer({ "GET /rooms/p2/since?read=2": () => since });
  const { place } = await stage(
    server, <CatchUp room={ROOM as unknown as Room} read={2} onShown={() => undefined} onClose={() => undefined} />,
  );
  expect(place.querySelector("li a")?.textContent).toMatch(/A small plan …$/);
});
