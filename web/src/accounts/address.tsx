/** A new e-mail address of mine, confirmed by the link that was mailed to it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount, useHttp } from "../context.ts";
import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";
import { Door } from "./form.tsx";
import { ForWhom } from "./for_whom.tsx";
import { Cover, ToDoor, useMailedLink, WhyDead } from "./mailed_link.tsx";

export function AddressPage(): JSX.Element {
  const account = useAccount();
  const http = useHttp();
  const link = useMailedLink();
  const [confirmed, setConfirmed] = useState(false);
  const confirm = async (): Promise<void> => {
    await http("POST", "/links/confirm-address", { token: link.token });
    setConfirmed(true);
    await account.start();
  };
  if (link.dead) {
    return (
      <Door title={t("link-dead-title")}>
        <WhyDead link={link} />
        <p>{t("address-anew")}</p>
        <ToDoor />
      </Door>
    );
  }
  if (confirmed && link.facts) {
    return (
      <Door title={t("address-done-title")}>
        <ForWhom facts={link.facts} />
        <p class="lead" role="status">
          {t("address-done")}
        </p>
        <Link href="/" class="button main wide">
          {t("to-the-rooms")}
        </Link>
      </Door>
    );
  }
  return (
    <Door title={t("address-title")}>
      {link.facts && <ForWhom facts={link.facts} />}
      <Cover
        link={link} lead={t(link.facts ? "address-what" : "address-lead")}
        button={t(link.facts ? "address-confirm" : "go-on")} onOpen={link.facts ? confirm : link.look}
      />
    </Door>
  );
}
