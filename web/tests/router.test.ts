import { expect, test } from "vitest";

import { messagePath, placeOf, roomPath } from "../src/router.ts";

test("a room and each message in it have an address", () => {
  expect(placeOf(roomPath("t7", "meeting"))).toEqual({ room: "t7", at: "meeting", message: null });
  expect(placeOf(roomPath("t7"))).toEqual({ room: "t7", at: "talk", message: null });
  expect(placeOf(messagePath("t7", 118))).toEqual({ room: "t7", at: "talk", message: 118 });
  expect(placeOf("/room/t7")).toEqual({ room: "t7", at: "talk", message: null });
});

test.each(["/", "/rooms", "/rooms/", "/rooms/t7/", "/rooms/t7/x", "/rooms/t 7", "/rooms/t7/1/2", "/invitations"])(
  "%s is no room", (address) => expect(placeOf(address)).toBeNull(),
);
