/** Applications that I was asked to read: who does not lead finds them here. */
import type { JSX } from "preact";

import type { MyReviews } from "../contract.ts";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Link } from "../ui/link.tsx";
import { useAsked } from "./asked.ts";

export function ToRead(): JSX.Element {
  const asked = useAsked<MyReviews>("/me/reviews");
  const calls = asked.value?.calls.filter(({ applications }) => applications.length > 0) ?? [];
  return (
    <>
      {calls.map((call) => {
        const left = call.applications.filter(({ state }) => state !== "written").length;
        return (
          <section key={call.id} class="home-part card" aria-labelledby={`to-read-${call.id}`}>
            <h2 id={`to-read-${call.id}`}>{t("reviews-home")}</h2>
            <p>
              <strong>{worded(call.titles, language.value)}</strong>{" "}
              <span class="soft">{left > 0 ? t("reviews-home-left", { left, all: call.applications.length }) : t("reviews-home-done")}</span>
            </p>
            <p>
              <Link href="/reviews" class={left > 0 ? "button main" : "button quiet"}>
                {t("reviews-home-open")}
              </Link>
            </p>
          </section>
        );
      })}
    </>
  );
}
