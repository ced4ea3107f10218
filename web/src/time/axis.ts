/** The axis of the date control: days from 2005 to the edition's, and events counted by quarter. Pure. */
import { firstDay } from "../status.ts";

/** What is older stands in the first bar. */
export const BEGIN = "2005-01-01";
const DAY = 86_400_000;
const QUARTER = 3;

const moment = (day: string): number => Date.parse(`${day}T00:00Z`);
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Days from the begin of the axis to a day, never before it. */
export const offset = (day: string): number => Math.max(0, Math.round((moment(day) - moment(BEGIN)) / DAY));
export const dayOfOffset = (days: number): string => dayAt(moment(BEGIN) + days * DAY);

/** The same day of another month, or that month's last. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

export interface Bar {
  /** From 0 to 1, along the axis. */
  readonly from: number;
  readonly to: number;
  /** From 0 to 1: the square root of the count, so that a busy year does not flatten the rest. */
  readonly height: number;
}

const quarterOf = (day: string): number => (Number(day.slice(0, 4)) - Number(BEGIN.slice(0, 4))) * (12 / QUARTER) + Math.floor((Number(day.slice(5, 7)) - 1) / QUARTER);

/** One bar for each quarter in which something has happened. `dates` are partial, none after `end`. */
export function bars(dates: readonly string[], end: string): Bar[] {
  const counts = new Map<number, number>();
  for (const date of dates) {
    const quarter = Math.max(0, quarterOf(firstDay(date)));
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const whole = Math.max(1, offset(end));
  const along = (quarter: number): number => Math.min(1, offset(addMonths(BEGIN, quarter * QUARTER)) / whole);
  return [...counts].map(([quarter, count]) => ({ from: along(quarter), to: along(quarter + 1), height: Math.sqrt(count / most) }));
}

/** The days on which something happens, oldest first, each once. */
export const eventDays = (dates: readonly string[]): string[] => [...new Set(dates.map(firstDay))].sort();

export const before = (days: readonly string[], day: string): string | undefined => days.filter((each) => each < day).at(-1);
export const after = (days: readonly string[], day: string): string | undefined => days.find((each) => each > day);
