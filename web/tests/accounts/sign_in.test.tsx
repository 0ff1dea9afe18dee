// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test } from "vitest";

import { createAccount, type Account } from "../../src/accounts/account.ts";
import { SignInPage } from "../../src/accounts/sign_in.tsx";
import { AccountContext, HttpContext } from "../../src/context.ts";
import { needTexts, setLanguage, t } from "../../src/text/fluent.ts";
import { fakeServer, refuse, type FakeServer } from "./server.ts";

const ana = { id: "ana", name: "Ana", email: "ana@example.org", language: "en", zone: "Europe/Ljubljana" };

let server: FakeServer;
let account: Account;
let place: HTMLElement;

beforeEach(async () => {
  await needTexts("door", "refusals");
  await setLanguage("en");
  server = fakeServer({ "POST /login": () => ana });
  account = createAccount({ http: server.http, remember: () => undefined, recall: () => null });
  place = document.createElement("div");
  document.body.replaceChildren(place);
  await act(() => {
    render(
      <HttpContext.Provider value={server.http}>
        <AccountContext.Provider value={account}>
          <SignInPage ended={false} />
        </AccountContext.Provider>
      </HttpContext.Provider>,
      place,
    );
  });
});

const field = (name: string): HTMLInputElement => place.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
const heading = (): string => place.querySelector("h1")!.textContent!;

async function type(name: string, words: string): Promise<void> {
  await act(() => {
    field(name).value = words;
    field(name).dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function press(words: string): Promise<void> {
  const button = [...place.querySelectorAll("button")].find((one) => one.textContent === words)!;
  await act(() => button.click());
}

/** As a password manager does it: both fields in one go. */
async function fillIn(email: string, password: string): Promise<void> {
  await act(() => {
    for (const [name, words] of [["email", email], ["password", password]] as const) {
      field(name).value = words;
      field(name).dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

async function submit(): Promise<void> {
  await act(async () => {
    place.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done));
  });
}

test("a password leads in, for as long as wanted", async () => {
  await fillIn(" ana@example.org ", "a river bends twice");
  await act(() => field("stay").click());
  await submit();
  expect(server.asked).toEqual([
    ["POST /login", { email: "ana@example.org", password: "a river bends twice", stay: true }],
  ]);
  expect(account.standing.value.is).toBe("signed_in");
});

test("a refusal is said in words and nothing that was typed is lost", async () => {
  server.answers["POST /login"] = () => refuse("sign_in_failed");
  await fillIn("ana@example.org", "not this one");
  await submit();
  expect(place.querySelector("[role=alert]")!.textContent).toContain("don’t fit together");
  expect([field("email").value, field("password").value]).toEqual(["ana@example.org", "not this one"]);
});

describe("where a code is asked for", () => {
  beforeEach(async () => {
    server.answers["POST /login"] = (body) => ((body as { code?: string }).code ? ana : refuse("code_required"));
    await fillIn("ana@example.org", "a river bends twice");
    await submit();
  });

  test("it is the next step, with the focus in its field", () => {
    expect(heading()).toBe("One more step");
    expect(document.activeElement).toBe(field("code"));
    expect(place.querySelector("[role=alert]")!.textContent).toBe("");
  });

  test("it goes with the password that was typed before", async () => {
    await type("code", " 123 456 ");
    await submit();
    expect(server.asked.at(-1)).toEqual([
      "POST /login", { email: "ana@example.org", password: "a river bends twice", code: "123 456", stay: false },
    ]);
    expect(account.standing.value.is).toBe("signed_in");
  });

  test("a recovery code is taken in its place, and letters can be typed for it", async () => {
    expect(field("code").inputMode).toBe("numeric");
    await press(t("use-recovery-code"));
    expect(field("code").inputMode).toBe("text");
    await type("code", "abcd-efgh");
    await submit();
    expect(server.asked.at(-1)![1]).toMatchObject({ code: "abcd-efgh" });
  });

  test("the way back has everything that was typed", async () => {
    await press(t("back-to-door"));
    expect([field("email").value, field("password").value]).toEqual(["ana@example.org", "a river bends twice"]);
  });
});

describe.each([
  ["mail-me-a-link", "POST /sign-in-link", "20"],
  ["password-forgotten", "POST /password/forgotten", "30"],
])("%s", (button, door, minutes) => {
  beforeEach(async () => {
    await type("email", "ana@example.org");
    await press(t(button));
  });

  test("asks for the address that was typed already, and says how long the link is good", async () => {
    server.answers[door] = () => ({});
    await submit();
    expect(server.asked).toEqual([[door, { email: "ana@example.org" }]]);
    expect(place.querySelector("[role=status]")!.textContent).toContain(minutes);
  });

  test("without an answer says so and keeps the address", async () => {
    await submit();
    expect(place.querySelector("[role=alert]")!.textContent).toContain(t("no-answer"));
    expect(field("email").value).toBe("ana@example.org");
  });
});
