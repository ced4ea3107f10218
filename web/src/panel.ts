/** The record beside the map: the server's fragment, inserted, focused, closed again. */
import { deadline } from "./deadline.ts";
import { retrying } from "./retrying.ts";
import { cardsIn } from "./sources.ts";
import type { Words } from "./words.ts";

/** Milliseconds after which a record that does not come has failed. */
const LONGEST = 15_000;

export interface Panel {
  /** Shows a record, or a section of it; moves the focus to its heading where the reader asked for it. */
  open(project: string, focus: boolean, section?: string): Promise<void>;
  close(): void;
  /** Project of the record that is shown. */
  shown(): string | null;
}

export interface PanelHooks {
  readonly record: string;
  readonly words: Words;
  closed(): void;
  /** What a project is called in the page's language. */
  named(project: string): string;
  /** One of the sites listed in the record. */
  site(id: string): void;
}

export function openPanel(element: HTMLElement, hooks: PanelHooks): Panel {
  const fragments = new Map<string, string>();
  const written = element.querySelector<HTMLElement>(".record-body")?.dataset["project"];
  let shown: string | null = element.hidden ? null : (written ?? null);
  let wanted: string | null = shown;
  /** Its place says that it could not be loaded. */
  let failed: string | null = null;
  const tries = retrying(() => {
    if (failed !== null) void panel.open(failed, element.contains(document.activeElement));
  });

  cardsIn(element);
  element.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest(".record-close")) {
      event.preventDefault();
      hooks.closed();
    }
    const site = target.closest(".site-go")?.closest<HTMLElement>("[data-site]")?.dataset["site"];
    if (site !== undefined && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      hooks.site(site);
    }
    const jump = target.closest<HTMLAnchorElement>('a[href^="#"]:not(.src)');
    if (jump && jump.hash.length > 1) {
      const section = sectionOf(jump.hash.slice(1));
      if (!section) return;
      // The address keeps the state of the map: a fragment of its own would end up in every copied link.
      event.preventDefault();
      goTo(section);
    }
  });

  const fetchFragment = async (project: string): Promise<string> => {
    const kept = fragments.get(project);
    if (kept !== undefined) return kept;
    const answer = await fetch(hooks.record.replace("*", project), { signal: deadline(LONGEST) });
    if (answer.status === 404 || answer.status === 410) throw new Unknown(await nearest(answer));
    if (!answer.ok) throw new Error(String(answer.status));
    const text = await answer.text();
    fragments.set(project, text);
    return text;
  };

  const goTo = (section: HTMLElement): void => {
    section.scrollIntoView({ block: "start" });
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
  };
  const sectionOf = (id: string): HTMLElement | null => element.querySelector(`[id="${CSS.escape(id)}"]`);
  const heading = (section?: string): void => {
    const wanted = section === undefined ? null : sectionOf(section);
    if (wanted) goTo(wanted);
    else element.querySelector<HTMLElement>(".record-name, .retry")?.focus({ preventScroll: true });
  };

  const settled = (): void => {
    failed = null;
    tries.settled();
  };
  /** The reader asks once more, and is told whatever comes of it. */
  const anew = (project: string): Promise<void> => {
    settled();
    return panel.open(project, true);
  };
  const reveal = (): void => {
    element.hidden = false;
    document.body.classList.add("has-record");
  };

  const panel: Panel = {
    shown: () => shown,
    async open(project, focus, section) {
      wanted = project;
      if (failed !== project) settled();
      if (shown === project) {
        reveal();
        if (focus) heading(section);
        return;
      }
      try {
        const fragment = await fetchFragment(project);
        // A later choice has overtaken this one.
        if (wanted !== project) return;
        element.innerHTML = fragment;
        settled();
      } catch (error) {
        if (wanted !== project) return;
        shown = null;
        if (error instanceof Unknown) {
          settled();
          element.replaceChildren(unknown(hooks, error.nearest));
        } else {
          // What failed once more stands there already: to write it anew would say it again.
          if (failed !== project) element.replaceChildren(failure(hooks.words, () => void anew(project)));
          failed = project;
          tries.failed();
        }
        reveal();
        // Whoever is on a button there stays on it when the page has tried in vain by itself.
        if (focus && !element.contains(document.activeElement)) heading();
        return;
      }
      shown = project;
      reveal();
      // What is new stands at its top by itself; to say so would lay the whole page out once more.
      if (focus) heading(section);
    },
    close() {
      wanted = shown = null;
      settled();
      element.hidden = true;
      element.replaceChildren();
      document.body.classList.remove("has-record");
    },
  };
  if (shown) reveal();
  return panel;
}

/** A host of files has a page there, and names nothing. */
const nearest = (answer: Response): Promise<readonly string[]> =>
  answer.json().then(({ nearest }: { nearest?: string[] }) => nearest ?? [], () => []);

/** The server has no such record; it names the likest ids. */
class Unknown extends Error {
  constructor(readonly nearest: readonly string[]) {
    super();
  }
}

function closing(words: Words): HTMLButtonElement {
  const close = document.createElement("button");
  close.type = "button";
  close.className = "record-close";
  close.setAttribute("aria-label", words.close);
  close.textContent = "×";
  return close;
}

function unknown({ words, named }: PanelHooks, nearest: readonly string[]): HTMLElement {
  const box = document.createElement("div");
  box.className = "record-body record-unknown";
  const heading = document.createElement("h2");
  heading.className = "record-name";
  heading.tabIndex = -1;
  heading.textContent = words.noProject;
  box.append(closing(words), heading);
  if (!nearest.length) return box;
  const line = document.createElement("p");
  line.textContent = words.nearest;
  const list = document.createElement("ul");
  list.className = "nearest";
  for (const id of nearest) {
    const link = document.createElement("a");
    const query = new URLSearchParams(location.search);
    query.set("sel", id);
    link.href = `?${query}`;
    link.textContent = named(id);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  box.append(line, list);
  return box;
}

function failure(words: Words, again: () => void): HTMLElement {
  const box = document.createElement("div");
  box.className = "record-body record-failed";
  box.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.textContent = words.recordFailed;
  const retry = document.createElement("button");
  retry.type = "button";
  retry.className = "retry";
  retry.textContent = words.tryAgain;
  retry.addEventListener("click", again);
  box.append(closing(words), line, retry);
  return box;
}
