/** A person's picture, or the first letter of their name. Their name stands beside it. */
import type { JSX } from "preact";

import type { Person } from "../contract.ts";
import { locale } from "../text/fluent.ts";
import { monogram } from "../rooms/names.ts";

interface FaceProps {
  person: Person;
  /** The mark of their photo, where they have one. */
  mark?: string | null | undefined;
  large?: boolean;
}

export const Face = ({ person, mark, large = false }: FaceProps): JSX.Element => (
  <span class={large ? "monogram face large" : "monogram face"} aria-hidden="true">
    {mark ? <img src={photoPath(person.id, mark)} alt="" width="256" height="256" /> : monogram(person.name, locale.value)}
  </span>
);

export const photoPath = (person: string, mark: string): string =>
  `/api/v1/people/${encodeURIComponent(person)}/photo?v=${encodeURIComponent(mark)}`;
