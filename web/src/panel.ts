/** The record beside the map: the server's fragment, inserted, focused, closed again. */
import { cardsIn } from "./sources.ts";
import type { Words } from "./words.ts";

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
  /** One of the sites listed in the record. */
  site(id: string): void;
}

export function openPanel(element: HTMLElement, hooks: PanelHooks): Panel {
  const fragments = new Map<string, string>();
  const written = element.querySelector<HTMLElement>(".record-body")?.dataset["project"];
  let shown: string | null = element.hidden ? null : (written ?? null);
  let wanted: string | null = shown;

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
    const answer = await fetch(hooks.record.replace("*", project));
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
    else element.querySelector<HTMLElement>(".record-name")?.focus({ preventScroll: true });
  };

  const reveal = (): void => {
    element.hidden = false;
    document.body.classList.add("has-record");
  };

  const panel: Panel = {
    shown: () => shown,
    async open(project, focus, section) {
      wanted = project;
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
      } catch {
        if (wanted !== project) return;
        element.replaceChildren(failure(hooks.words, () => void panel.open(project, true)));
        shown = null;
        reveal();
        return;
      }
      shown = project;
      reveal();
      element.scrollTop = 0;
      element.querySelector(".record-body")?.scrollTo(0, 0);
      if (focus) heading(section);
    },
    close() {
      wanted = shown = null;
      element.hidden = true;
      element.replaceChildren();
      document.body.classList.remove("has-record");
    },
  };
  if (shown) reveal();
  return panel;
}

function failure(words: Words, again: () => void): HTMLElement {
  const box = document.createElement("div");
  box.className = "record-body record-failed";
  box.setAttribute("role", "alert");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "record-close";
  close.setAttribute("aria-label", words.close);
  close.textContent = "×";
  const line = document.createElement("p");
  line.textContent = words.recordFailed;
  const retry = document.createElement("button");
  retry.type = "button";
  retry.className = "retry";
  retry.textContent = words.tryAgain;
  retry.addEventListener("click", again);
  box.append(close, line, retry);
  return box;
}
