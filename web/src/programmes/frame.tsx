/** The frame of the coordinators' pages: where I am, the way up, and the places beside. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import "../accounts/pages.css";
import "./office.css";

interface FrameProps {
  title: ComponentChildren;
  /** Under the title. */
  line?: ComponentChildren;
  up: { href: string; label: string };
  nav?: ComponentChildren;
  children: ComponentChildren;
}

export function Frame({ title, line, up, nav, children }: FrameProps): JSX.Element {
  const main = useRef<HTMLElement>(null);
  // Whoever came here by a link goes on from the beginning of the page.
  useEffect(() => main.current?.focus(), []);
  return (
    <main class="page office" id="main" tabIndex={-1} ref={main}>
      <header class="room-head">
        <Link href={up.href} class="quiet round up" aria-label={up.label}>
          <Icon name="back" />
        </Link>
        <div class="room-title">
          <h1>{title}</h1>
          {line && <p class="soft">{line}</p>}
        </div>
      </header>
      <div class="page-body">
        {nav}
        {children}
      </div>
    </main>
  );
}
