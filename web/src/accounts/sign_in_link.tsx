/** In by a mailed link, without a password. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount } from "../context.ts";
import { isRefused } from "../http.ts";
import { go } from "../router.ts";
import { t } from "../text/fluent.ts";
import { CodeField, StayTick } from "./door_fields.tsx";
import { Door } from "./form.tsx";
import { Cover, DeadLink, useMailedLink } from "./mailed_link.tsx";
import { takeWanted } from "./wanted.ts";

export function SignInLinkPage(): JSX.Element {
  const account = useAccount();
  const link = useMailedLink();
  const [stay, setStay] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const comeIn = async (): Promise<void> => {
    try {
      await account.comeIn("/sign-in-link/use", { token: link.token, stay, code: code?.trim() ?? null });
      go(takeWanted(), { replace: true });
    } catch (error) {
      if (!isRefused(error, "code_required")) throw error;
      setCode("");
    }
  };
  if (link.dead) {
    return (
      <Door title={t("link-dead-title")}>
        <DeadLink link={link} kind="sign_in" />
      </Door>
    );
  }
  return (
    <Door title={t(code === null ? "sign-in-link-title" : "code-title")} toField>
      <Cover
        link={link} lead={t(code === null ? "sign-in-link-lead" : "code-lead")} button={t("sign-in")} onOpen={comeIn}
      >
        {code === null ? <StayTick stay={stay} onTick={setStay} /> : <CodeField code={code} onCode={setCode} />}
      </Cover>
    </Door>
  );
}
