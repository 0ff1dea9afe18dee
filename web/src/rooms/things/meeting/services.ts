/** What is known of other people's services before somebody opens one. */

interface Limit {
  minutes: number;
  /** It holds for calls of so many people or more. */
  people: number;
}

/**
 * Free calls that end by themselves, by what the host ends with. As the services say it, read in November 2026:
 * Zoom, https://support.zoom.com "Zoom Basic: 40 minutes", also between two; Google Meet, https://support.google.com/meet
 * "calls with 3 or more participants for up to 60 minutes"; Microsoft Teams (free), https://support.microsoft.com "group
 * meetings up to 60 minutes". Who pays has none of these; nobody here can know who does.
 */
const LIMITS: readonly [host: string, limit: Limit][] = [
  ["zoom.us", { minutes: 40, people: 2 }],
  ["zoom.com", { minutes: 40, people: 2 }],
  ["meet.google.com", { minutes: 60, people: 3 }],
  ["teams.live.com", { minutes: 60, people: 3 }],
];

/** After how many minutes a free call of so many people is known to end there. */
export function knownLimit(host: string, people: number): number | null {
  const found = LIMITS.find(([end]) => host === end || host.endsWith(`.${end}`))?.[1];
  return found && people >= found.people ? found.minutes : null;
}
