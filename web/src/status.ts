/** Status on a day: derived from dated events, never written. The same rule stands in the server. */
import { eventKinds, statuses, type Status } from "./vocabulary.ts";

/** A partial date (`2019`, `2019-07` or `2019-07-05`) and the kind of the event. */
export type Event = readonly [date: string, kind: string];

export interface Standing {
  readonly status: string;
  /** The partial date since which the status holds; null while nothing is known. */
  readonly since: string | null;
}

const UNKNOWN: Standing = { status: "unknown", since: null };

/**
 * First day of a partial date: a date known only by its year counts from 1 January. A partial date is how its first day
 * begins, so that beside a whole day, or another partial date, the text itself compares as that day does; the vaguer comes first.
 */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Last day that a partial date may mean; of a month the 31st, which no day of it comes after. */
export const lastDay = (date: string): string => (date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10));

const led = (kind: string): Status | undefined => statuses.get(eventKinds.get(kind)?.leads_to ?? "");

/** Put in order once: every step in time asks again. */
const sorted = new WeakMap<readonly Event[], readonly Event[]>();

/** Events in the order in which they count: by day, on one day by rank, an interrupting one last; kind and then the vaguer date break the last tie. */
const inOrder = (events: readonly Event[]): readonly Event[] => {
  const known = sorted.get(events) ?? order(events);
  sorted.set(events, known);
  return known;
};

const order = (events: readonly Event[]): Event[] =>
  [...events].sort(
    ([a, kindA], [b, kindB]) =>
      compare(firstDay(a), firstDay(b)) ||
      Number(led(kindA)?.interrupts ?? false) - Number(led(kindB)?.interrupts ?? false) ||
      (led(kindA)?.rank ?? 0) - (led(kindB)?.rank ?? 0) ||
      compare(kindA, kindB) ||
      a.length - b.length,
  );

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
    if (date > day) break;
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
export const begun = (events: readonly Event[], day: string): boolean => (inOrder(events)[0]?.[0] ?? "9999") <= day;

/** The date of the last event by a day; empty where there is none. */
export function lastEvent(events: readonly Event[], day: string): string {
  let last = "";
  for (const [date] of events) if (date <= day && date > last) last = date;
  return last;
}
