/** Until the server's contract is there. */
import type { Person } from "../contract.ts";

/**
 * What has to hold of every pair. `language_level`: both speak some language at least so well, 1 to 6 for A1 to C2,
 * 0 asks for none. `overlap_minutes`: so many minutes of a typical week in common, 0 asks for none.
 * `conflict_of_interest`: nobody goes with somebody of the same organisation. `exclusions`: whom one of them does not
 * want. `wishes`: what one of them needs the other to be.
 */
export interface RoundRules {
  language_level?: number;
  overlap_minutes?: number;
  conflict_of_interest?: boolean;
  exclusions?: boolean;
  wishes?: boolean;
}

/** What makes a pair good, against each other; 0 leaves one out. */
export interface RoundWeights {
  needs?: number;
  disciplines?: number;
  hours?: number;
  language?: number;
  cross_country?: number;
  learning?: number;
  mentee_ranking?: number;
  mentor_ranking?: number;
}

/**
 * At least so many pairs of two countries: a number, or a share in percent of the mentees who count. `country`: of
 * those whose mentee (`mentee`) or one of whom (`either`) is from there; none counts all.
 */
export interface RoundQuota {
  country?: string | null;
  min_cross_pairs?: number | null;
  min_share?: number | null;
  scope?: "mentee" | "either";
}

/**
 * `objective`: the largest sum; the smallest score as large as can be, then the sum; or balanced, so that a point
 * counts more for whom little fits. As many mentees as possible have a mentor in each. `stability_loss`: so much of
 * the sum, in percent, may go so that fewer two people would both rather have each other. `keep`: points that a pair
 * of the answer before counts more.
 */
export interface RoundSettings {
  objective?: "total" | "fair" | "balanced";
  rules?: RoundRules;
  weights?: RoundWeights;
  quotas?: RoundQuota[];
  stability_loss?: number;
  keep?: number;
}

/** Two people, by id. */
export interface RoundPair {
  mentee: string;
  mentor: string;
}

export interface NewRound {
  command_id: string;
  settings?: RoundSettings;
}

export interface SetRoundSettings {
  version: number;
  settings: RoundSettings;
}

/**
 * All of them: what is not listed is none any more. `chosen`: by hand, also where a rule of the round speaks
 * against it (never against what one of the two excludes); `pin`: to be kept by the engine; `forbid`: never. Somebody
 * who coordinates for a partner says those of their own people; all others stay.
 */
export interface SetRoundLocks {
  version: number;
  pin?: RoundPair[];
  forbid?: RoundPair[];
  chosen?: RoundPair[];
}

/**
 * Scores of others instead of our own: lines of `mentee,mentor,score`, by id or e-mail address, a whole number
 * each; empty goes back to our own. Who is not listed together cannot go together.
 */
export interface SetRoundScores {
  version: number;
  csv?: string;
}

export interface StartRoundWork {
  version: number;
}

/**
 * Make proposals of pairs of the answer `run`, or of all. What was chosen by hand can be released without an
 * answer: `run` 0.
 */
export interface ReleaseRound {
  command_id: string;
  version: number;
  run: number;
  pairs?: RoundPair[];
  all?: boolean;
}

/**
 * Why, or why not: a code with its parameters; the words are made where it is read. `shared`: both people would
 * read the same; else it is for who coordinates alone.
 */
export interface Reason {
  code: string;
  parameters: Record<string, string | number | string[]>;
  shared: boolean;
}

/**
 * What the engine is doing. `step` of `steps`. `fault`: why it failed; `nobody`: there is nobody to solve it for.
 * `interrupted`: the server went away in the middle, twice.
 */
export interface RoundWork {
  state: "none" | "waiting" | "running" | "done" | "cancelled" | "interrupted" | "failed";
  stage?: "waiting" | "gathering" | "scores" | "rules" | "optimum" | "stability" | "keeping" | "reasons";
  step?: number;
  steps?: number;
  fault?: "died" | "too_large" | "too_long" | "nobody" | "broken" | null;
  asked_at?: number | null;
  asked_by?: Person | null;
}

/**
 * `how`: chosen by hand, pinned, released already, or found. `kept`: it was in the answer before. `breaks`: rules of
 * the round that a choice by hand overrode.
 */
export interface MatchedPair {
  mentee: Person;
  mentor: Person;
  score: number;
  how: "hand" | "pinned" | "released" | "round";
  kept: boolean;
  breaks?: string[];
}

/**
 * `best`: the best that any answer could have given this mentee alone; none where nobody may go with them.
 * `choices`: with how many they may go.
 */
export interface PersonShare {
  person: Person;
  score: number | null;
  best: number | null;
  choices: number;
}

/** `capacity`: seats that are free in this round. */
export interface MentorLoad {
  person: Person;
  mentees: number;
  capacity: number;
}

/** How many pairs of all that can be thought of a rule speaks against, and against how many it is the only one. */
export interface RuleCount {
  rule: string;
  pairs: number;
  alone: number;
}

/**
 * `blocking_pairs`: two who both would score more with each other than with whom they have. `languages`: by tag, in
 * how many pairs it is the language that both speak best.
 */
export interface RoundMeasures {
  matched: number;
  mentees: number;
  mentors: number;
  seats: number;
  total: number;
  smallest: number | null;
  fifth_percentile: number | null;
  blocking_pairs: number;
  cross_country: number;
  languages: Record<string, number>;
}

/**
 * `wanted` pairs of it, and how many there are. In a conflict `reached` is the most that there can be beside the
 * other demands of it.
 */
export interface QuotaMet {
  quota: number;
  wanted: number;
  reached: number;
}

/** With `keep` points: how many pairs of the answer before stay, and what the answer is then. */
export interface KeepPoint {
  keep: number;
  kept: number;
  matched: number;
  total: number;
}

/** What the loss of the sum bought. `searched`: false where there are too many pairs to look. */
export interface StabilityGain {
  searched: boolean;
  blocking_before: number;
  total_before: number;
}

/** A pin, something forbidden, a choice by hand, a quota by its place, or a rule by its name. */
export interface ConflictDemand {
  kind: "pin" | "forbid" | "chosen" | "quota" | "rule";
  mentee?: Person | null;
  mentor?: Person | null;
  quota?: QuotaMet | null;
  rule?: string | null;
}

/**
 * Demands that cannot hold together; without any one of them the others can. `people`: whose seats, or missing
 * pairs, stand in the way. `matched`: how many mentees can have a mentor with the conflict set aside.
 */
export interface RoundConflict {
  demands: ConflictDemand[];
  people: Person[];
  matched: number;
}

/**
 * An answer, or the conflict for which there is none. `proved`: nothing better exists; else no answer is larger
 * than `bound`. Scores are in `unit` parts of a point. `engine`, `input`: which engine made it, of what: the same two
 * give the same answer, to the byte. Somebody who coordinates for a partner sees pairs of their own people, and no
 * figures of all.
 */
export interface RoundResult {
  run: number;
  made_at: number;
  engine: string;
  input: string;
  unit: number;
  proved: boolean;
  bound: number | null;
  pairs: MatchedPair[];
  shares: PersonShare[];
  loads: MentorLoad[];
  measures: RoundMeasures | null;
  ruled_out: RuleCount[];
  quotas: QuotaMet[];
  kept: number;
  could_be_kept: number;
  curve: KeepPoint[];
  stability: StabilityGain | null;
  conflict: RoundConflict | null;
}

export interface LockedPair {
  mentee: Person;
  mentor: Person;
}

/** Of others, instead of our own. */
export interface RoundScores {
  pairs: number;
  least: number;
  most: number;
}

/**
 * `stale`: people, hours, settings or locks are other ones than those of the answer. `silent`: who takes part and
 * has told nothing of themself yet, and so is not in it. `lead`: I may change its settings, start it, and end it.
 */
export interface Round {
  id: string;
  cohort: string;
  state: "open" | "released" | "closed";
  made_at: number;
  made_by: Person;
  settings: RoundSettings;
  pin: LockedPair[];
  forbid: LockedPair[];
  chosen: LockedPair[];
  released: LockedPair[];
  scores: RoundScores | null;
  mentees: number;
  mentors: number;
  silent: Person[];
  work: RoundWork;
  result: RoundResult | null;
  stale: boolean;
  lead: boolean;
  version: number;
}

export interface RoundCard {
  id: string;
  state: "open" | "released" | "closed";
  made_at: number;
  made_by: Person;
  work: "none" | "waiting" | "running" | "done" | "cancelled" | "interrupted" | "failed";
  released: number;
}

/** Of a run, the newest first. */
export interface Rounds {
  rounds: RoundCard[];
}

/** From which mentee on, in the order of their ids, and how many; `without`: those alone who have no mentor yet. */
export interface WhichNeeds {
  start?: number;
  count?: number;
  without?: boolean;
}

/** `seats`: that nobody has been chosen for by hand. `caveats`: what to know before. */
export interface PossibleMentor {
  mentor: Person;
  score: number;
  seats: number;
  reasons: Reason[];
  caveats: Reason[];
}

/**
 * `mentor`: chosen by hand, or found. `to_find`: a mentor has to be found elsewhere: nobody may go with this mentee;
 * whoever may has no seat left; or the answer has none for them. `against`: rules that speak against everybody else,
 * with how many mentors each.
 */
export interface MenteeNeed {
  mentee: Person;
  need: string;
  goals: string;
  skills: string[];
  mentor: Person | null;
  how: "hand" | "pinned" | "released" | "round" | null;
  possible: PossibleMentor[];
  to_find: "nobody" | "no_seat" | "without" | null;
  against: Record<string, number>;
}

/**
 * `of`: how many there are in all; `left`: without a mentor; `to_find`: of these, for how many one has to be found
 * elsewhere.
 */
export interface RoundNeeds {
  needs: MenteeNeed[];
  start: number;
  of: number;
  left: number;
  to_find: number;
}

/** A mentee who would have somebody else, or nobody. */
export interface PairMove {
  mentee: Person;
  before: Person | null;
  after: Person | null;
}

/**
 * Exact, where `proved`: so many mentees fewer with a mentor, so many parts of a point less in all, and who would
 * move.
 */
export interface PairCost {
  people: number;
  points: number;
  moves: PairMove[];
  proved: boolean;
}

/**
 * `score`: none where a rule speaks against the two. `parts`: each criterion's part of the score, in thousandths.
 * `best`: that the mentee could have had with anybody. `why`, `caveats`: what speaks for the two, and what to know
 * before; `why_not`: why they are not together; `change`: what would make it possible. `force`, `forbid`: what it
 * costs to have the two together, or apart; none where that is so already, or cannot be.
 */
export interface PairPage {
  mentee: Person;
  mentor: Person;
  state: "hand" | "pinned" | "released" | "round" | "forbidden" | "ruled_out" | "open";
  score: number | null;
  unit: number;
  best: number | null;
  parts: Record<string, number>;
  why: Reason[];
  caveats: Reason[];
  why_not: Reason[];
  change: Reason[];
  force: PairCost | null;
  forbid: PairCost | null;
}

/** One of the programme's own lists. `key` stays, whatever it is called. */
export interface Term {
  key: string;
  kind: "skill" | "discipline" | "trait";
  names: Record<string, string>;
}

/** Of a run, in the order in which they are shown. `mine`: I may change them. */
export interface Terms {
  terms: Term[];
  version: number;
  mine: boolean;
}

/**
 * `need`: what a mentee wants to be able to do, what a mentor can give; up to 2 000 letters, as `goals`. `skills`:
 * wanted, or given. `back`: what a mentor could learn from a mentee, what a mentor would like to learn. `traits`: my
 * own; `requires`: those that the other one must have. All of these are keys of the run's terms.
 *
 * `languages`: by language (`sr`, `mk` …) the level. `country`: ISO 3166. `capacity`: how many mentees a mentor takes.
 * `for_team`: up to 1 000 letters that only the team reads, as with whom it would not go well.
 */
export interface Profile {
  need?: string;
  goals?: string;
  skills?: string[];
  back?: string[];
  disciplines?: string[];
  traits?: string[];
  requires?: string[];
  languages?: Record<string, number>;
  country?: string | null;
  capacity?: number;
  for_team?: string;
}

/**
 * What somebody of the run said, for its team. `excludes`, `ranking` (the best first, in one list equally good):
 * people of the other side.
 */
export interface PersonProfile {
  person: Person;
  role: "mentee" | "mentor";
  organisation: string | null;
  profile: Profile;
  excludes: Person[];
  ranking: string[][];
  missing: ("need" | "skills" | "languages" | "country")[];
  hours: boolean;
  said_by: Person | null;
  said_at: number;
  version: number;
}

/** Of every mentee and mentor of the run that I look after, whether they have said anything or not. */
export interface CohortProfiles {
  profiles: PersonProfile[];
  terms: Term[];
}

