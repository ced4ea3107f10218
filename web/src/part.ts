/** What a part of the page that is loaded later is given, and what it is. */
import type { Atlas, Project } from "./atlas.ts";
import type { Facts } from "./facts.ts";
import type { Filters } from "./filter.ts";
import type { State } from "./state.ts";

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
  passes(project: Project, except?: keyof Filters): boolean;
  /** One more condition for every project, as a search; `refresh` makes it felt. */
  limit(test: (project: Project) => boolean): void;
  refresh(): void;
  /** Runs now and after every change of what is shown, with what passes. */
  watch(run: (shown: readonly Project[]) => void): void;
}

export type Part = (desk: Desk) => void;
