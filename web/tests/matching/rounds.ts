/** A round as the server shows it, and a server that keeps one. */
import type {
  LockedPair, MatchedPair, MenteeNeed, Person, Round, RoundPair, RoundResult, RoundSettings,
} from "../../src/contract.ts";
import { Refused, type Http } from "../../src/http.ts";

export const person = (id: string): Person => ({ id, name: id.toUpperCase() });
export const pair = (mentee: string, mentor: string): LockedPair => ({ mentee: person(mentee), mentor: person(mentor) });

export const matched = (mentee: string, mentor: string, score = 5_000): MatchedPair => ({
  ...pair(mentee, mentor), score, how: "round", kept: false,
});

export const SETTINGS: RoundSettings = {
  objective: "total", rules: { language_level: 3, overlap_minutes: 60 }, weights: { needs: 4, hours: 2 }, quotas: [], stability_loss: 0, keep: 10,
};

export const result = (run: number, pairs: MatchedPair[], more: Partial<RoundResult> = {}): RoundResult => ({
  run, pairs, made_at: 0, engine: "1", input: "0123456789abcdef", unit: 100, proved: true, bound: null, shares: [], loads: [], measures: null,
  ruled_out: [], quotas: [], kept: 0, could_be_kept: 0, curve: [], stability: null, conflict: null, ...more,
});

export const round = (more: Partial<Round> = {}): Round => ({
  id: "r", cohort: "c", state: "open", made_at: 0, made_by: person("vesna"), settings: SETTINGS, pin: [], forbid: [], chosen: [],
  released: [], scores: null, mentees: 2, mentors: 2, silent: [], work: { state: "none" }, result: null, stale: false, lead: true,
  version: 1, ...more,
});

const need = (mentee: string): MenteeNeed => ({
  mentee: person(mentee), need: "", goals: "", skills: [], mentor: null, how: null, possible: [], to_find: null, against: {},
});

/** Answers as the doors do; `others` change something before the next change of ours comes. */
export interface Server {
  round: Round;
  asked: string[];
  http: Http;
  meanwhile: (change: (now: Round) => Round) => void;
}

export function serving(begin: Round): Server {
  const server: Server = {
    round: begin,
    asked: [],
    meanwhile: (change) => (server.round = { ...change(server.round), version: server.round.version + 1 }),
    http: (async (method: string, path: string, body?: Record<string, unknown>) => {
      server.asked.push(`${method} ${path}`);
      if (path.includes("/needs")) return { needs: [need("a"), need("b")], start: 0, of: 2, left: 2, to_find: 0 };
      if (method === "GET") return server.round;
      if (body && "version" in body && body.version !== server.round.version) {
        throw new Refused({ code: "changed_meanwhile", title: "changed" } as never);
      }
      if (path.endsWith("/locks")) {
        const named = (pairs: RoundPair[]): LockedPair[] => pairs.map(({ mentee, mentor }) => pair(mentee, mentor));
        const { pin, forbid, chosen } = body as unknown as Record<"pin" | "forbid" | "chosen", RoundPair[]>;
        server.meanwhile((now) => ({ ...now, pin: named(pin), forbid: named(forbid), chosen: named(chosen) }));
      }
      if (path.endsWith("/settings")) server.meanwhile((now) => ({ ...now, settings: body!.settings as RoundSettings }));
      if (path.endsWith("/work")) {
        server.round = { ...server.round, work: { state: method === "POST" ? "running" : "cancelled", stage: "optimum", step: 3, steps: 7 } };
      }
      return server.round;
    }) as Http,
  };
  return server;
}
