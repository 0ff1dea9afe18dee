/** What is settled, for who may read it and not change it. */
import type { ComponentChildren, JSX } from "preact";

export const Facts = ({ facts }: { facts: readonly (readonly [label: string, words: ComponentChildren])[] }): JSX.Element => (
  <dl class="newest">
    {facts.map(([label, words]) => (
      <div key={label}>
        <dt class="soft">{label}</dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
);
