// @vitest-environment happy-dom
import { expect, test } from "vitest";

import type { MyOtherCalendars } from "../../src/contract.ts";
import { Calendars } from "../../src/dates/calendars.tsx";
import { DayFields } from "../../src/dates/day_fields.tsx";
import { needTexts } from "../../src/text/fluent.ts";
import { fakeServer, refuse } from "../accounts/server.ts";
import { stage } from "../mine/stage.tsx";

test("an address that was refused stays to be put right, one that was taken is not shown again", async () => {
  await needTexts("hours");
  const none: MyOtherCalendars = { calendars: [], addresses: true };
  const server = fakeServer({ "GET /me/calendars": () => none, "POST /me/calendars": () => refuse("web_address_invalid") });
  const { place, type, settle } = await stage(server, <Calendars />);
  const field = (): HTMLInputElement => place.querySelector<HTMLInputElement>("input[name=calendar-address]")!;
  const send = async (): Promise<void> => {
    place.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await settle();
  };
  await type("input[name=calendar-address]", "https//example.org/mine.ics");
  await send();
  expect(place.querySelector("[role=alert]")!.textContent).not.toBe("");
  expect(field().value).toBe("https//example.org/mine.ics");
  server.answers["POST /me/calendars"] = () => none;
  await send();
  expect(field().value).toBe("");
});

test("who uses keys keeps a place when what was pressed goes", async () => {
  await needTexts("hours");
  const known = { id: "k1", host: null, read_at: null, until: null, busy: 0, left_out: 0, fault: null };
  let calendars = [known];
  const server = fakeServer({
    "GET /me/calendars": () => ({ calendars, addresses: false }),
    "DELETE /me/calendars/k1": () => void (calendars = []),
  });
  const shown = await stage(server, <Calendars />);
  await shown.press("Remove");
  expect(document.activeElement).toBe(shown.place.querySelector("h2"));
  const day = await stage(server, <DayFields name="Monday" day={[["17:00", "20:00"]]} onDay={() => undefined} />);
  day.place.querySelector<HTMLElement>(".hours-row button")!.click();
  expect(document.activeElement).toBe(day.place.querySelector(".hours-day > button"));
});
