// @vitest-environment happy-dom
import { render } from "preact";
import { describe, expect, test } from "vitest";

import { StudioContext } from "../../src/context.ts";
import { CalledContext } from "../../src/rooms/called.ts";
import { plainWords, renderMarkdown } from "../../src/rooms/markdown.tsx";

const signedIn = { me: { id: "ana" } } as never;

function show(text: string, mentions: string[] = []): HTMLElement {
  const place = document.createElement("div");
  render(
    <StudioContext.Provider value={signedIn}>
      <CalledContext.Provider value={new Map([["ana", "Ana"], ["bor", "Бор <b>"]])}>
        {renderMarkdown(text, mentions)}
      </CalledContext.Provider>
    </StudioContext.Provider>,
    place,
  );
  return place;
}

const links = (text: string): HTMLAnchorElement[] => [...show(text).querySelectorAll("a")];
const names = (text: string): string[] => [...show(text).querySelectorAll("*")].map((e) => e.tagName.toLowerCase());

describe("a quotation of one line", () => {
  test.each([
    ["*lepo* i **važno**: `kod`", "lepo i važno: kod"],
    ["Troškovi:\n\n- prevoz: 640\n- smeštaj: 300", "Troškovi: prevoz: 640 smeštaj: 300"],
    ["prvi\nred [ovde](https://example.org)", "prvi red ovde"],
    ["> citat\n\n```\na < b\n```", "citat a < b"],
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["**na**slov", "naslov"],
  ])("%j reads %j", (text, expected) => expect(plainWords(text)).toBe(expected));
});

describe("what people write", () => {
  test.each([
    ["*lepo* i **važno**", ["p", "bdi", "em", "strong"]],
    ["`kod` ovde", ["p", "bdi", "code"]],
    ["```\n<b>x</b>\n```", ["pre", "code"]],
    ["> citat", ["blockquote", "p", "bdi"]],
    ["- a\n- b", ["ul", "li", "bdi", "li", "bdi"]],
    ["3. treće", ["ol", "li", "bdi"]],
    ["prvi red\ndrugi red", ["p", "bdi", "br"]],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test("a list keeps the number it begins with", () => {
    expect(show("3. treće").querySelector("ol")?.start).toBe(3);
  });

  test.each(["# naslov", "| a | b |\n|---|---|\n| 1 | 2 |", "![slika](https://example.org/x.png)", "---", "a\n===", "~~x~~"])(
    "%j stays as it was typed",
    (text) => {
      const shown = show(text);
      expect(shown.querySelector("h1, h2, table, img, hr, s, del")).toBeNull();
    },
  );

  test("four spaces are four spaces, not code", () => {
    expect(show("    pesma").querySelector("pre")).toBeNull();
  });

  test("the direction of the words is their own", () => {
    expect(show("\u202Egnirts").querySelector("bdi")?.getAttribute("dir")).toBe("auto");
  });
});

describe("links", () => {
  test("open outside, tell nothing about us, and lead where they say", () => {
    const [link] = links("https://example.org/a?b=1#c");
    expect(link?.getAttribute("href")).toBe("https://example.org/a?b=1#c");
    expect(link?.rel).toBe("noopener noreferrer nofollow");
    expect(link?.target).toBe("_blank");
  });

  test("lead where their letters say: nothing in them stands for another character", () => {
    expect(links("[mapa](https://example.org/?a=1&copy=2&amp;b=3)")[0]?.search).toBe("?a=1&copy=2&amp;b=3");
  });

  test("an e-mail address is one", () => {
    expect(links("pišite na ana@example.org danas")[0]?.getAttribute("href")).toBe("mailto:ana@example.org");
  });

  test("the end of a sentence is none", () => {
    expect(links("Hvala.Ne znam. Vidimo se u 18.30.To je to")).toEqual([]);
  });

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](ftp://example.org)",
    "[x](//evil.example)",
    "[x](/api/v1/logout)",
    "[x](\\\\evil.example)",
    "<javascript:alert(1)>",
    "javascript:alert(1)",
    "//evil.example/x",
    "[x]: javascript:alert(1)\n\n[x]",
  ])("%j leads nowhere", (text) => {
    expect(links(text).map((link) => link.getAttribute("href"))).toEqual([]);
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><p><style><g title='</style><img src onerror=alert(1)>'>",
    "<a href='https://evil.example'>x</a>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "```<img src=x onerror=alert(1)>\nx\n```",
    '[x](https://example.org "onmouseover=alert(1)")',
    "[<img src=x onerror=alert(1)>](https://example.org)",
  ])("%j is text", (text) => {
    const shown = show(text);
    expect(shown.querySelector("script, img, svg, style, iframe, object")).toBeNull();
    for (const element of shown.querySelectorAll("*")) {
      for (const attribute of element.getAttributeNames()) expect(attribute).not.toMatch(/^on|^style$|^srcdoc$/);
    }
  });

  test.each([
    "[x](blob:https://good.example/1)",
    "[x](https://good.example@evil.example)",
    "https://good.example:pw@evil.example/",
  ])("of %j at most what is written before the trick leads anywhere", (text) => {
    for (const link of links(text)) {
      expect(link.host).toBe("good.example");
      expect(link.textContent).toMatch(/^https:\/\/good\.example/);
    }
  });

  test("a host with letters that only look like others is shown as the network knows it", () => {
    const shown = show("https://аррӏе.com/login");
    expect(shown.textContent).toContain("(xn--80ak6aa92e.com)");
  });

  test("words that hide where a link goes are told the host", () => {
    expect(show("[https://bank.example](https://evil.example/x)").textContent).toContain("(evil.example)");
    expect(show("[klikni](https://evil.example/x)").textContent).toContain("(evil.example)");
    expect(show("https://example.org/x").textContent).not.toContain("(example.org)");
  });
});

describe("hostile texts are shown within 50 ms", () => {
  const hostile: Record<string, string> = {
    "nested quotations": ">".repeat(5_000) + " x",
    "nested lists": Array.from({ length: 80 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n").slice(0, 8_000),
    "open brackets": "[".repeat(5_000),
    "brackets in pairs": "[](".repeat(2_600),
    "nested brackets": "[".repeat(2_500) + "a" + "](x)".repeat(1_300),
    pipes: "|".repeat(3_000),
    "a table of pipes": `${"|a".repeat(1_500)}|\n${"|-".repeat(1_500)}|`,
    stars: "*".repeat(8_000),
    "stars apart": "*a ".repeat(2_600),
    "stars and lines": "*a_ ".repeat(2_000),
    backticks: Array.from({ length: 120 }, (_, length) => "`".repeat(length + 1)).join(" ").slice(0, 8_000),
    "backticks apart": "`a``b".repeat(1_600),
    "open angles": "<a".repeat(4_000),
    backslashes: "\\".repeat(8_000),
    "emails": "a@a.".repeat(2_000),
    "addresses": "https://a".repeat(880),
    "long address": `https://${"a.".repeat(3_900)}com`,
    "entities": "&amp;".repeat(1_600),
    "line breaks": "\n".repeat(8_000),
    "quoted lists": "> - ".repeat(2_000),
    "spaces": " ".repeat(7_990) + "x",
    "astral letters": "👩🏽‍🎨".repeat(1_142),
    "colons": "http:".repeat(1_600),
    "at signs": "@".repeat(8_000),
    "slashes": "/".repeat(8_000),
    "mailto": "mailto:".repeat(1_140),
  };
  // Once, so that compiling the parser is not measured.
  renderMarkdown("*warm* https://example.org [a](https://b.example)\n\n- x\n\n> y");

  test.each(Object.entries(hostile))("%s", (_name, text) => {
    const runs = [0, 1, 2].map(() => {
      const start = performance.now();
      renderMarkdown(text);
      return performance.now() - start;
    });
    expect(Math.min(...runs)).toBeLessThan(50);
    expect(() => show(text)).not.toThrow();
  });
});

describe("people named in words", () => {
  test("stand there by their name of today, and who I am is marked", () => {
    const shown = show("**@[bor]** i @[ana](https://example.org), ne @[eva]", ["ana", "bor"]);
    expect([...shown.querySelectorAll(".mention")].map((one) => [one.textContent, one.classList.contains("me")])).toEqual([
      ["@Бор <b>", false], ["@Ana", true],
    ]);
    expect(shown.textContent).toContain("ne @[eva]");
    expect(shown.querySelector("b")).toBeNull();
  });

  test("not within code", () => {
    expect(show("`@[ana]`", ["ana"]).querySelector(".mention")).toBeNull();
  });

  test("also in words that are too wild to be parsed", () => {
    expect(show(`@[ana] ${"*".repeat(2_000)}`, ["ana"]).querySelector(".mention")?.textContent).toBe("@Ana");
  });
});

test("an address of a message here is a place, not an outside link", () => {
  const [link] = links(`${location.origin}/rooms/t7/118`);
  expect(link?.target).toBe("");
  expect(links(`${location.origin}/api/v1/me`)[0]?.target).toBe("_blank");
});
