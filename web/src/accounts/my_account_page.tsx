/** My account: address, password, where I am signed in, codes at sign-in, how I read. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useHttp, useStudio } from "../context.ts";
import { Photo } from "../mine/photo.tsx";
import { Wishes } from "../presence/wishes.tsx";
import { Notifications } from "../push/notifications.tsx";
import { SavingChoice } from "../rooms/things/files/saving_choice.tsx";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Page, Part } from "../ui/page.tsx";
import { ChangeAddress } from "./change_address.tsx";
import { ChangePassword } from "./change_password.tsx";
import { Fault, useDoing } from "./form.tsx";
import { Logins } from "./logins.tsx";
import { Mails } from "./mails.tsx";
import { MyCalendar } from "./my_calendar.tsx";
import { createMyAccount, type MyAccount } from "./my_account.ts";
import { Reading } from "./reading.tsx";
import { SecondStep } from "./second_step.tsx";
import "./pages.css";

/** One thing at a time: opening another closes what was open. */
export type Opened = "address" | "password" | "codes" | null;

export interface PartOfAccount {
  mine: MyAccount;
  opened: Opened;
  open: (what: Opened) => void;
}

export function MyAccountPage(): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const [mine] = useState(() => createMyAccount(http));
  const [opened, open] = useState<Opened>(null);
  const { busy, fault, run } = useDoing();
  useEffect(() => void run(mine.load), [mine]);
  const part = { mine, opened, open };
  return (
    <Page title={t("my-account")}>
      <Part
        title={t("name-and-language")}
        state={
          <p class="soft">
            <Bdi text={me.name} />
          </p>
        }
      >
        <div class="reading">
          <Reading />
          <SavingChoice />
        </div>
      </Part>
      {mine.facts.value && mine.logins.value ? (
        <>
          <Photo />
          <ChangeAddress {...part} />
          <ChangePassword {...part} />
          <SecondStep {...part} />
          <Logins mine={mine} />
          <Wishes />
          <Notifications />
          <Mails mine={mine} />
          <MyCalendar />
          <div class="part">
            <p>
              <Link href="/hours">{t("my-hours")}</Link>
            </p>
          </div>
        </>
      ) : (
        <div class="part">
          {busy && <p class="soft">{t("one-moment")}</p>}
          <Fault words={fault} />
          {fault && (
            <p class="row">
              <button type="button" class="main" onClick={() => void run(mine.load)}>
                {t("try-again")}
              </button>
            </p>
          )}
        </div>
      )}
    </Page>
  );
}
