/** Where the applications to a year's calls are chosen from: by who leads it. */
import type { JSX } from "preact";

import type { OpenCalls } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import type { SectionProps } from "./run_page.tsx";

export function SelectionSection({ page }: SectionProps): JSX.Element {
  const asked = useAsked<OpenCalls>(`/cohorts/${encodeURIComponent(page.id)}/calls`);
  if (!asked.value) return <Awaited asked={asked} />;
  const { calls, mine } = asked.value;
  const titles = (words: OpenCalls["calls"][number]["call"]["words"]): Record<string, string> =>
    Object.fromEntries(Object.entries(words).map(([tag, { title }]) => [tag, title]));
  return (
    <section class="part">
      <p class="soft">{t("selection-lead")}</p>
      {(calls.length === 0 || !mine) && <p>{t("selection-calls-none")}</p>}
      {mine && (
        <ul class="cards">
          {calls.map((one) => (
            <li key={one.id}>
              <Link href={`/selection/${one.id}`} class="year-card">
                <span class="card-words">
                  <strong>{worded(titles(one.call.words), language.value)}</strong>
                  <span class="soft">{t("selection-applied", { count: one.sent })}</span>
                </span>
                <Icon name="send" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
