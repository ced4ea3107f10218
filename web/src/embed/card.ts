/** The card below the map: what the list says of the project in hand. */

export interface Card {
  open(project: string, byKey: boolean): void;
}

export interface CardHooks {
  closed(project: string, byKey: boolean): void;
  resized(): void;
}

const CROSS = '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="m3 3 10 10M13 3 3 13" stroke="currentColor" stroke-width="1.6"/></svg>';

export function openCard(body: HTMLElement, hooks: CardHooks): Card {
  const card = body.querySelector<HTMLElement>("#card");
  if (!card) return { open: () => undefined };
  let shown: string | null = null;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.setAttribute("aria-label", card.dataset["close"] ?? "");
  close.innerHTML = CROSS;

  const shut = (byKey: boolean): void => {
    const before = shown;
    shown = null;
    card.replaceChildren();
    hooks.resized();
    if (before !== null) hooks.closed(before, byKey);
  };
  close.addEventListener("click", (event) => shut(event.detail === 0));
  card.addEventListener("keydown", (event) => event.key === "Escape" && shut(true));

  const fill = (project: string, item: Element): HTMLElement | null => {
    shown = project;
    card.replaceChildren(item, close);
    const name = card.querySelector<HTMLElement>(".item-name");
    if (name) name.tabIndex = -1;
    return name;
  };
  const given = card.querySelector(".item");
  const id = given && [...body.querySelectorAll<HTMLElement>("#list [data-project]")].find((row) => row.querySelector("a")?.href === given.querySelector("a")?.href)?.dataset["project"];
  if (given && id) fill(id, given);

  return {
    open(project, byKey) {
      const item = body.querySelector(`#list [data-project="${CSS.escape(project)}"] .item`);
      if (!item) return;
      const name = fill(project, item.cloneNode(true) as Element);
      hooks.resized();
      // The page around must stay where it is.
      if (byKey) name?.focus({ preventScroll: true });
    },
  };
}
