// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { inYear, nearby } from "../../src/mine/days.ts";
import { setLanguage } from "../../src/text/fluent.ts";
import { NIKA } from "./stage.tsx";

beforeEach(() => setLanguage("en"));
afterEach(() => void vi.useRealTimers());

test("a calendar day is the same one at both ends of the world", () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-19T12:00:00Z") });
  for (const zone of ["Pacific/Kiritimati", "Pacific/Auckland", "Pacific/Pago_Pago"]) {
    expect(nearby("2026-11-24", { ...NIKA, zone })).toBe("Tuesday 24 November");
  }
  expect(inYear("2026-11-24")).toBe("24 November 2026");
});

test("today is the reader's own", () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-19T12:00:00Z") });
  expect(nearby("2026-11-20", { ...NIKA, zone: "Pacific/Auckland" })).toBe("today");
  expect(nearby("2026-11-19", { ...NIKA, zone: "Pacific/Auckland" })).toBe("yesterday");
  expect(nearby("2026-11-19", { ...NIKA, zone: "Pacific/Pago_Pago" })).toBe("today");
});
