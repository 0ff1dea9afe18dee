/** The frame of a page beside my rooms; on a narrow screen it stands alone, with the way back. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

export function Page({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  const main = useRef<HTMLElement>(null);
  // Whoever came here by the menu goes on from the beginning of the page.
  useEffect(() => main.current?.focus(), []);
  return (
    <main class="page" id="main" tabIndex={-1} ref={main}>
      <header class="room-head">
        <Link href="/" class="quiet round back" aria-label={t("my-rooms")}>
          <Icon name="back" />
        </Link>
        <div class="room-title">
          <h1>{title}</h1>
        </div>
      </header>
      <div class="page-body">{children}</div>
    </main>
  );
}

interface PartProps {
  title: string;
  /** How it stands, in a line. */
  state?: ComponentChildren;
  /** What can be done; while one of them is being done there is nothing. */
  actions?: ComponentChildren;
  /** One of them is being done. Afterwards the focus is where it began. */
  doing?: boolean;
  children?: ComponentChildren;
}

/** A part of the page: what it is about, how it stands, and under it what is being done. */
export function Part({ title, state, actions, doing = false, children }: PartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const did = useRef(false);
  useEffect(() => {
    if (did.current && !doing) place.current?.querySelector("button")?.focus();
    did.current = doing;
  }, [doing]);
  return (
    <section class="part">
      <div class="part-head">
        <div>
          <h2>{title}</h2>
          {state}
        </div>
        {actions && (
          <div class="part-actions" ref={place}>
            {actions}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
