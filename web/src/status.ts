/** Status on a day: derived from dated events, never written. The same rule stands in the server. */
import { eventKinds, statuses } from "./vocabulary.ts";

/** A partial date (`2019`, `2019-07` or `2019-07-05`) and the kind of the event. */
export type Event = readonly [date: string, kind: string];

export interface Standing {
  readonly status: string;
  /** The partial date since which the status holds; null while nothing is known. */
  readonly since: string | null;
}

const UNKNOWN: Standing = { status: "unknown", since: null };

/** First day of a partial date: a date known only by its year counts from 1 January. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

const rank = (kind: string): number => statuses.get(eventKinds.get(kind)?.leads_to ?? "unknown")?.rank ?? 0;

/** Events in the order in which they count: by day, on one day by rank, so an interrupting one is last. */
const inOrder = (events: readonly Event[]): Event[] => [...events].sort((a, b) => compare(firstDay(a[0]), firstDay(b[0])) || rank(a[1]) - rank(b[1]));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every standing reached by the end of a day, oldest first.
 *
 * An interrupting status always sets. While nothing interrupts, an event sets its status if that ranks
 * higher than the one reached; while something interrupts, only an event that resumes does.
 */
export function standings(events: readonly Event[], day: string): Standing[] {
  const reached: Standing[] = [];
  let now = UNKNOWN;
  for (const [date, kind] of inOrder(events)) {
    if (firstDay(date) > day) break;
    const event = eventKinds.get(kind);
    const to = statuses.get(event?.leads_to ?? "");
    const from = statuses.get(now.status);
    if (!event || !to || !from || to.id === from.id) continue;
    const sets = to.interrupts || (from.interrupts ? event.resumes === true : to.rank > from.rank);
    if (!sets) continue;
    now = { status: to.id, since: date };
    reached.push(now);
  }
  return reached;
}

/** The standing at the end of a day. */
export const standing = (events: readonly Event[], day: string): Standing => standings(events, day).at(-1) ?? UNKNOWN;

/** Whether anything has happened by the end of a day. */
export const begun = (events: readonly Event[], day: string): boolean => events.some(([date]) => firstDay(date) <= day);
