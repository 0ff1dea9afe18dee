import { expect, test } from "vitest";

import { findSourceFaults } from "../../tools/source.ts";

test("the source keeps the rules of this client", () => {
  expect(findSourceFaults()).toEqual([]);
});
