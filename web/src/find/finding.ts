/** Brings the filters, the search and the tools of the list to life, and keeps them at the state. */
import type { Project } from "../atlas.ts";
import { copied } from "../copy.ts";
import type { Desk } from "../part.ts";
import { writeState } from "../state.ts";
import { turn } from "../tasks.ts";
import { showChips } from "./chips.ts";
import { offerSuggestions } from "./combobox.ts";
import { linkFilters } from "./filters.ts";
import { ordered } from "./order.ts";
import { found, loadIndex, type Index } from "./search.ts";
import { keepTitle } from "./title.ts";
import { offerTools } from "./tools.ts";
import { findWords } from "./words.ts";

export function offerFinding(desk: Desk): void {
  const { facts, side } = desk;
  const words = findWords(facts.lang);
  let index: Promise<Index> | null = null;
  /** Fetched at the first need; a load that fails is tried again at the next. */
  const load = (): Promise<Index> =>
    (index ??= loadIndex(facts.data.replace("map.geojson", "search.json")).catch((error: unknown) => {
      index = null;
      throw error;
    }));

  const sync = linkFilters(desk, words, load);
  const chips = showChips(desk, words);
  const tools = offerTools(desk, words);
  const title = keepTitle(desk, words);
  const field = side.querySelector<HTMLInputElement>("#find");
  const sort = side.querySelector<HTMLSelectElement>("#sort");
  const form = side.querySelector<HTMLFormElement>("form.ask");
  if (field) offerSuggestions(field, desk, words, load);

  const ask = (q: string | null): void => {
    if (q !== desk.state().q) desk.change({ q }, true);
  };
  // Before the desk hears of it, which would ask the server.
  form?.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const q = field?.value.trim() || null;
      load().then(() => ask(q), () => location.assign(`${location.pathname}${writeState({ ...desk.state(), q })}`));
    },
    { capture: true },
  );
  // An empty field asks for nothing, and need not be sent.
  field?.addEventListener("input", () => field.value === "" && ask(null));
  sort?.addEventListener("change", () => desk.change({ sort: sort.value === "event" ? null : sort.value }, true));

  // At first the server has searched, where there is one: its answer holds as long as the text does.
  let searched = copied === undefined ? desk.state().q : null;
  let ranks: ReadonlyMap<string, number> | null = null;
  const search = async (q: string | null): Promise<void> => {
    searched = q;
    const all = q === null ? null : found(await load(), q);
    if (searched !== q) return;
    ranks = all;
    desk.limit((project) => all === null || all.has(project.id));
    desk.refresh();
  };

  const views = [...document.querySelectorAll<HTMLAnchorElement>(".lang a, .embed-view, #as-query")];
  for (const link of views) {
    // Where it leads is asked for only when it is about to be pressed; the map moves too often to write it always.
    for (const event of ["pointerdown", "focus", "click", "auxclick"]) link.addEventListener(event, () => (link.search = writeState(desk.state())));
  }

  const follow = (shown: readonly Project[]): void => {
    const state = desk.state();
    if (state.q !== searched) {
      void search(state.q).catch(() => location.assign(`${location.pathname}${writeState(state)}`));
      return;
    }
    if (state.sort === "relevance" && state.q !== null && ranks === null) {
      void load().then((known) => {
        ranks = found(known, state.q ?? "");
        desk.refresh();
      }, () => undefined);
    }
    if (field && document.activeElement !== field) field.value = state.q ?? "";
    if (sort) {
      sort.value = state.sort ?? "event";
      for (const option of sort.options) option.hidden = option.value === "relevance" && state.q === null && state.sort !== "relevance";
    }
    const { unplaced } = desk.tally();
    const away = new Set([...unplaced].map(({ id }) => id));
    desk.arrange(ordered(shown, state, facts.lang, ranks), (id) => away.has(id));
    sync();
    chips();
    tools();
    title();
  };
  // What has been built and what it says of the state are two tasks on a slow phone.
  void turn().then(() => desk.watch(follow));
}
