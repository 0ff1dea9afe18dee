/** Everybody has said yes: the room, and the first times at which all could, proposed there by one tap. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { Accepted, MyProposal } from "../contract.ts";
import { useCommand } from "../mine/command.ts";
import { momentWhen } from "../mine/days.ts";
import { roomPath } from "../router.ts";
import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";

const MINUTES = 60;

export function Opened({ one }: { one: MyProposal }): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const command = useCommand();
  const [proposed, setProposed] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const room = one.room ?? "";
  const starts = one.first_times ?? [];
  const propose = (): void =>
    void run(async () => {
      const wanted = { room, starts: [...starts], minutes: MINUTES, zone: me.zone };
      await command(wanted, (times) => http<Accepted>("POST", "/rpc/room.propose_times", times));
      setProposed(true);
    });
  return (
    <section class="part good proposal-opened" aria-labelledby="proposal-opened">
      <h2 id="proposal-opened" tabIndex={-1} ref={title}>{t("proposal-opened")}</h2>
      <p>{t("proposal-opened-lead")}</p>
      {starts.length > 0 && !proposed && (
        <>
          <h3>{t("proposal-first-times")}</h3>
          <p class="soft">{t("proposal-first-times-lead")}</p>
          <ul class="plain-list">
            {starts.map((at) => (
              <li key={at}><time dateTime={new Date(at).toISOString()}>{momentWhen(at, me)}</time></li>
            ))}
          </ul>
        </>
      )}
      {starts.length === 0 && <p>{t("proposal-no-times")}</p>}
      <p role="status">{proposed && t("proposal-times-proposed")}</p>
      <Fault words={fault} />
      <p class="row">
        {starts.length > 0 && !proposed && (
          <button type="button" class="main" disabled={busy} onClick={propose}>{t("proposal-propose-times")}</button>
        )}
        <Link href={roomPath(room, starts.length > 0 && !proposed ? "talk" : "meeting")} class={starts.length > 0 && !proposed ? "button" : "button main"}>
          {t("proposal-to-room")}
        </Link>
      </p>
    </section>
  );
}
