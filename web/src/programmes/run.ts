/** One year of a programme, as who coordinates it sees and changes it. */
import { signal, type ReadonlySignal } from "@preact/signals";

import type {
  AddMentor, ChangeCohort, ChangeOrganisation, Circle, CohortPage, Credit, Enrolled, EnrolledPerson, EnrolPeople,
  Mentorship, NewOrganisation, OpenMentorship, Organisation, Part, Partner, ReadList, ReadPeople,
} from "../contract.ts";
import { isRefused, type Http } from "../http.ts";

export interface Run {
  readonly id: string;
  /** null until it was read. */
  readonly page: ReadonlySignal<CohortPage | null>;
  load(): Promise<void>;
  change(form: ChangeCohort): Promise<void>;
  setState(state: CohortPage["state"], version: number): Promise<void>;
  setPartners(partners: Partner[], version: number): Promise<void>;
  setCredits(credits: Credit[], version: number): Promise<void>;
  addOrganisation(form: NewOrganisation): Promise<Organisation>;
  changeOrganisation(id: string, form: ChangeOrganisation): Promise<void>;
  readList(list: ReadList): Promise<ReadPeople>;
  /** All of them or nobody. The same id again does nothing twice. */
  enrol(people: EnrolPeople): Promise<Enrolled>;
  /** A fresh link; the earlier one is dead. */
  inviteAgain(person: string): Promise<EnrolledPerson>;
  endPart(person: string, role: Part["role"]): Promise<void>;
  openMentorship(people: OpenMentorship): Promise<Mentorship>;
  setMentorshipState(of: Mentorship, state: "active" | "paused" | "ended"): Promise<void>;
  addMentor(of: Mentorship, mentor: AddMentor): Promise<void>;
  openCircle(kind: Circle["kind"]): Promise<Circle>;
}

export function createRun(http: Http, id: string): Run {
  const page = signal<CohortPage | null>(null);
  const door = `/cohorts/${encodeURIComponent(id)}`;

  async function load(): Promise<void> {
    page.value = await http<CohortPage>("GET", door);
  }

  /** What was done is done, even where its result can't be read again just now. */
  const refresh = (): Promise<void> => load().catch(() => undefined);

  async function put(path: string, form: object): Promise<void> {
    page.value = await http<CohortPage>("PUT", door + path, form);
  }

  async function and<T>(done: Promise<T>): Promise<T> {
    const result = await done;
    await refresh();
    return result;
  }

  const mentorship = (of: Mentorship): string => `/mentorships/${encodeURIComponent(of.id)}`;

  return {
    id,
    page,
    load,
    change: (form) => put("", form),
    async setState(state, version) {
      try {
        await put("/state", { version, state });
      } catch (error) {
        // What was looked at is not the newest: it is shown, beside why.
        if (isRefused(error, "changed_meanwhile")) await refresh();
        throw error;
      }
    },
    setPartners: (partners, version) => put("/partners", { version, partners }),
    setCredits: (credits, version) => put("/credits", { version, credits }),
    addOrganisation: (form) => http<Organisation>("POST", "/organisations", form),
    async changeOrganisation(organisation, form) {
      await and(http("PUT", `/organisations/${encodeURIComponent(organisation)}`, form));
    },
    readList: (list) => http<ReadPeople>("POST", `${door}/people/preview`, list),
    enrol: (people) => and(http<Enrolled>("POST", `${door}/people`, people)),
    inviteAgain: (person) => and(http<EnrolledPerson>("POST", `${door}/people/${encodeURIComponent(person)}/invitation`)),
    async endPart(person, role) {
      await and(http("DELETE", `${door}/people/${encodeURIComponent(person)}/${role}`));
    },
    openMentorship: (people) => and(http<Mentorship>("POST", `${door}/mentorships`, people)),
    async setMentorshipState(of, state) {
      await and(http("PUT", `${mentorship(of)}/state`, { version: of.version, state }));
    },
    async addMentor(of, mentor) {
      await and(http("POST", `${mentorship(of)}/mentors`, mentor));
    },
    openCircle: (kind) => and(http<Circle>("POST", `${door}/circles`, { kind })),
  };
}
