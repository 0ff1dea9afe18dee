/** How I am told while I am away: on which devices, with which words, and in which hours not. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { deviceWords } from "../accounts/logins.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { PushDevice } from "../contract.ts";
import { safeStorage } from "../live/storage.ts";
import { dayInSentence } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Part } from "../ui/page.tsx";
import { browser } from "./browser.ts";
import { createDevices, type Devices } from "./devices.ts";
import { Guide, LockScreen } from "./guide.tsx";
import { QuietHours } from "./quiet_hours.tsx";
import "./push.css";

export function Notifications(): JSX.Element {
  const http = useHttp();
  const { me } = useStudio();
  const [devices] = useState(() => createDevices(http, browser, me.id, safeStorage()));
  const { busy, fault, run } = useDoing();
  const [said, setSaid] = useState<string | null>(null);
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => void run(devices.load), [devices]);
  /** The button that was pressed may be gone: whoever uses keys goes on from what became of it. */
  const act = (work: () => Promise<string>): void => {
    void run(async () => {
      setSaid(await work());
      status.current?.focus();
    });
  };
  const { mine, here, quiet } = devices;
  return (
    <Part title={t("push-title")} state={<p class="soft">{t("push-lead")}</p>}>
      {mine.value && (
        <>
          {mine.value.key ? <ThisDevice devices={devices} here={here.value} busy={busy} act={act} /> : <p>{t("push-not-here")}</p>}
          <div role="status" tabIndex={-1} ref={status}>
            {said && <p class="good">{said}</p>}
          </div>
          <Others devices={devices} busy={busy} act={act} />
        </>
      )}
      <Fault words={fault} />
      {quiet.value && <QuietHours devices={devices} now={quiet.value} />}
      {mine.value?.key && (
        <>
          <LockScreen />
          <Guide open={browser.support() === "installed"} />
        </>
      )}
    </Part>
  );
}

interface ActProps {
  devices: Devices;
  busy: boolean;
  act: (work: () => Promise<string>) => void;
}

function ThisDevice({ devices, here, busy, act }: ActProps & { here: PushDevice | null }): JSX.Element {
  // Whoever took it back in the browser's own settings is not told, whatever the server believes.
  if (here && browser.asked() === "granted") return <TurnedOn devices={devices} here={here} busy={busy} act={act} />;
  const support = browser.support();
  if (support !== "yes") return <p>{t(support === "installed" ? "push-install-first" : "push-not-in-browser")}</p>;
  const turnOn = (): void =>
    act(async () => t((await devices.turnOn()) === "on" ? "push-turned-on" : "push-denied"));
  return (
    <>
      {browser.asked() === "denied" && <p>{t("push-denied")}</p>}
      <p class="row">
        <button type="button" disabled={busy} onClick={turnOn}>
          {t("push-turn-on")}
        </button>
      </p>
    </>
  );
}

function TurnedOn({ devices, here, busy, act }: ActProps & { here: PushDevice }): JSX.Element {
  const tryOut = async (): Promise<string> => {
    await devices.tryOut(here);
    return t("push-tried");
  };
  const turnOff = async (): Promise<string> => {
    await devices.turnOff(here);
    return t("push-turned-off");
  };
  return (
    <>
      <p>{t("push-is-on")}</p>
      {here.failed && <p class="soft">{t("push-failed")}</p>}
      <p class="row">
        <button type="button" disabled={busy} onClick={() => act(tryOut)}>
          {t("push-try")}
        </button>
        <button type="button" class="quiet" disabled={busy} onClick={() => act(turnOff)}>
          {t("push-turn-off")}
        </button>
      </p>
    </>
  );
}

function Others({ devices, busy, act }: ActProps): JSX.Element | null {
  const { me } = useStudio();
  const others = devices.mine.value?.devices.filter((device) => !device.this) ?? [];
  if (others.length === 0) return null;
  const turnOff = (device: PushDevice): void =>
    act(async () => {
      await devices.turnOff(device);
      return t("push-turned-off-there", { device: deviceWords(device) });
    });
  return (
    <>
      <h3>{t("push-others")}</h3>
      <ul class="logins">
        {others.map((device) => (
          <li class="login" key={device.login}>
            <div>
              <p>
                <Bdi text={deviceWords(device)} />
              </p>
              <p class="soft">
                {t("push-since", { day: dayInSentence(device.since, Date.now(), locale.value, me.zone) })}
              </p>
              {device.failed && <p class="soft">{t("push-failed")}</p>}
            </div>
            <button
              type="button" class="quiet" disabled={busy} onClick={() => turnOff(device)}
              aria-label={t("push-turn-off-there", { device: deviceWords(device) })}
            >
              {t("push-turn-off")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
