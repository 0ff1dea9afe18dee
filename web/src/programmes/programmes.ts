/** The programmes that I coordinate, and beginning one. */
import { signal, type ReadonlySignal } from "@preact/signals";

import type {
  ChangeProgramme, CohortPage, NewCohort, NewOrganisation, NewProgramme, Organisation, Programmes as Mine,
} from "../contract.ts";
import type { Http } from "../http.ts";

export interface Programmes {
  /** null until they were read. */
  readonly mine: ReadonlySignal<Mine | null>;
  load(): Promise<void>;
  addOrganisation(form: NewOrganisation): Promise<Organisation>;
  /** With its first year. */
  found(form: NewProgramme): Promise<CohortPage>;
  /** Another year of a programme. */
  openYear(programme: string, form: NewCohort): Promise<CohortPage>;
  rename(programme: string, form: ChangeProgramme): Promise<void>;
}

export function createProgrammes(http: Http): Programmes {
  const mine = signal<Mine | null>(null);

  async function load(): Promise<void> {
    mine.value = await http<Mine>("GET", "/programmes");
  }

  return {
    mine,
    load,
    addOrganisation: (form) => http<Organisation>("POST", "/organisations", form),
    found: (form) => http<CohortPage>("POST", "/programmes", form),
    openYear: (programme, form) => http<CohortPage>("POST", `/programmes/${encodeURIComponent(programme)}/cohorts`, form),
    async rename(programme, form) {
      await http("PUT", `/programmes/${encodeURIComponent(programme)}`, form);
      await load();
    },
  };
}
