// @vitest-environment happy-dom
import { expect, test } from "vitest";

import { hostOf } from "../../src/rooms/things/shelf/pins.ts";

test("a link is called by whose service it is", () => {
  expect(hostOf("https://www.meet.example.org/room")).toBe("meet.example.org");
  expect(hostOf("no address")).toBe("no address");
});

test("a way on to a call server is called by that server", () => {
  expect(hostOf(`${location.origin}/call/bbb.example.org/name.signature`)).toBe("bbb.example.org");
  expect(hostOf(`${location.origin}/room/p2`)).toBe(location.hostname);
  expect(hostOf("https://elsewhere.example/call/bbb.example.org/name")).toBe("elsewhere.example");
});
