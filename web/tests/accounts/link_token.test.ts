// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";

import { go, linkToken, path, watchAddress } from "../../src/router.ts";

function arrive(address: string): void {
  history.pushState(null, "", address);
  watchAddress();
}

beforeEach(() => history.replaceState(null, "", "/"));

describe("what a mailed link brings after the #", () => {
  test("is taken out of the address bar at once", () => {
    arrive("/reset#abc");
    expect(location.href).not.toContain("abc");
    expect(linkToken.value).toBe("abc");
    expect(path.value).toBe("/reset");
  });

  test("is there after a reload too", () => {
    arrive("/reset#abc");
    linkToken.value = "";
    watchAddress();
    expect(linkToken.value).toBe("abc");
  });

  test("is replaced by a second link that is opened in the same tab", () => {
    arrive("/reset#abc");
    location.hash = "#def";
    window.dispatchEvent(new PopStateEvent("popstate"));
    expect(linkToken.value).toBe("def");
    expect(location.hash).toBe("");
  });

  test("is gone with the page that it was for", () => {
    arrive("/invitation#abc");
    go("/", { replace: true });
    expect(linkToken.value).toBe("");
    watchAddress();
    expect(linkToken.value).toBe("");
  });

  test("is nobody's business on any other page", () => {
    arrive("/room/p1#main");
    expect(location.hash).toBe("#main");
    expect(linkToken.value).toBe("");
  });
});
