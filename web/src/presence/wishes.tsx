/** What holds for me in every room, whatever is switched on there. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { PresenceWishes } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";

export function Wishes(): JSX.Element | null {
  const http = useHttp();
  const { studio } = useStudio();
  const [wishes, setWishes] = useState<PresenceWishes | null>(null);
  const { fault, run } = useDoing();
  useEffect(() => void run(async () => setWishes(await http<PresenceWishes>("GET", "/me/presence"))), [http]);
  const wish = (wished: PresenceWishes): void =>
    void run(async () => {
      setWishes(await http<PresenceWishes>("PUT", "/me/presence", wished));
      studio.presence.renew();
    });
  return (
    <Part title={t("seen-title")}>
      {wishes && (
        <>
          <Tick
            label={t("seen-hidden")} help={t("seen-hidden-help")} name="hidden" checked={wishes.hidden}
            onTick={(hidden) => wish({ ...wishes, hidden })}
          />
          <Tick
            label={t("seen-silent")} name="silent" checked={!wishes.typing}
            onTick={(silent) => wish({ ...wishes, typing: !silent })}
          />
        </>
      )}
      <Fault words={fault} />
    </Part>
  );
}
