/** Where I am signed in. What ends here ends there at once. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { MyLogin } from "../contract.ts";
import { dayInSentence } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Part } from "../ui/page.tsx";
import { Fault, useDoing } from "./form.tsx";
import type { MyAccount } from "./my_account.ts";

export function Logins({ mine }: { mine: MyAccount }): JSX.Element {
  const { busy, fault, run } = useDoing();
  const [done, setDone] = useState<string | null>(null);
  const status = useRef<HTMLDivElement>(null);
  const logins = mine.logins.value ?? [];
  const others = logins.filter((login) => !login.this);
  /** The button that was pressed is gone: whoever uses keys goes on from what became of it. */
  const say = (words: string): void => {
    setDone(words);
    status.current?.focus();
  };
  const end = (login: MyLogin): void => {
    void run(async () => {
      await mine.endLogin(login.id);
      say(t("login-ended", { device: deviceWords(login) }));
    });
  };
  const endOthers = (): void => {
    void run(async () => {
      await mine.endOtherLogins();
      say(t("others-ended"));
    });
  };
  return (
    <Part title={t("where-signed-in")} state={<p class="soft">{t("where-signed-in-help")}</p>}>
      <ul class="logins">
        {logins.map((login) => (
          <LoginRow key={login.id} login={login} busy={busy} onEnd={() => end(login)} />
        ))}
      </ul>
      <div role="status" tabIndex={-1} ref={status}>
        {done && <p class="good">{done}</p>}
      </div>
      <Fault words={fault} />
      {others.length > 1 && (
        <p>
          <button type="button" disabled={busy} onClick={endOthers}>
            {t("end-all-others")}
          </button>
        </p>
      )}
    </Part>
  );
}

function LoginRow({ login, busy, onEnd }: { login: MyLogin; busy: boolean; onEnd: () => void }): JSX.Element {
  const { me } = useStudio();
  const day = (at: number): string => dayInSentence(at, Date.now(), locale.value, me.zone);
  const device = deviceWords(login);
  return (
    <li class="login">
      <div>
        <p>
          <strong>
            <Bdi text={device} />
          </strong>{" "}
          {login.this && <span class="mark-here">{t("this-device")}</span>}
        </p>
        <p class="soft">
          {t("last-used")} {day(login.seen_at)}
        </p>
        <p class="soft">{t(login.stay ? "stays-until" : "lapses-by-itself", { day: day(login.expires_at) })}</p>
      </div>
      {!login.this && (
        <button type="button" class="quiet" disabled={busy} onClick={onEnd} aria-label={t("end-there", { device })}>
          {t("end-login")}
        </button>
      )}
    </li>
  );
}

export const deviceWords = ({ label }: Pick<MyLogin, "label">): string => label.replace(", ", " · ") || t("unknown-device");
