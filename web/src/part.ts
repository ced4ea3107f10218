/** What a part of the page that is loaded later is given, and what it is. */
import type { Atlas, Project } from "./atlas.ts";
import type { Facts } from "./facts.ts";
import type { Condition } from "./filter.ts";
import type { State } from "./state.ts";
import type { Tally } from "./tally.ts";

export interface Desk {
  readonly facts: Facts;
  /** The column of the list. */
  readonly side: HTMLElement;
  readonly atlas: Atlas;
  state(): State;
  /** Changes the state and all that is shown; with `push` Back undoes it. */
  change(next: Partial<State>, push: boolean): void;
  /** Opens the record of a project or site; null closes it. */
  select(sel: string | null): void;
  /** Whether filters and search let a project through; `except` leaves one condition out. */
  passes(project: Project, except?: Condition): boolean;
  /** One more condition for every project, as a search; `refresh` makes it felt. */
  limit(test: (project: Project) => boolean): void;
  /** Whether a search lets a project through. */
  found(project: Project): boolean;
  refresh(): void;
  /** What is shown now, and what every value of a filter would give. */
  tally(): Tally;
  /** Puts the rows of the list in an order, those without a place into the tray. */
  arrange(order: readonly string[], unplaced: (project: string) => boolean): void;
  /** Whether a project has a sign in view; where there is no map, all have. */
  inView(project: Project): boolean;
  /** Runs whenever the map has come to rest. */
  rested(run: () => void): void;
  /** Runs now and after every change of what is shown, with what passes. */
  watch(run: (shown: readonly Project[]) => void): void;
}

export type Part = (desk: Desk) => void;
