/** The source card: a press on a source number shows that source there and then. */

interface Open {
  readonly card: HTMLElement;
  readonly number: HTMLAnchorElement;
}

/** Listens in a record; without it a number is a link to the list at its foot. */
export function cardsIn(root: HTMLElement): void {
  let open: Open | null = null;

  const close = (focus: boolean): void => {
    if (!open) return;
    const { card, number } = open;
    open = null;
    card.remove();
    number.setAttribute("aria-expanded", "false");
    if (focus) number.focus();
  };

  root.addEventListener("click", (event) => {
    const target = event.target as Element;
    const number = target.closest<HTMLAnchorElement>("a.src");
    if (!number) {
      if (open && !open.card.contains(target)) close(false);
      return;
    }
    const source = root.querySelector<HTMLElement>(`[id="${CSS.escape(number.hash.slice(1))}"]`);
    if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const again = open?.number === number;
    close(false);
    if (!again) open = show(number, source);
  });

  // Before the map hears of it: the first Escape closes the card, the next the record.
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    close(true);
  });
}

function show(number: HTMLAnchorElement, source: HTMLElement): Open {
  const card = document.createElement("div");
  card.className = "source-card";
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", `${number.textContent ?? ""}`);
  card.append(...[...source.cloneNode(true).childNodes]);
  for (const each of card.querySelectorAll("[id]")) each.removeAttribute("id");
  const host = number.closest<HTMLElement>("p, dd, td, li, figcaption, div") ?? number;
  if (host.tagName === "P") host.after(card);
  else host.append(card);
  number.setAttribute("aria-expanded", "true");
  // Under the number, wherever the nearest positioned box begins.
  const frame = card.offsetParent;
  if (frame) card.style.top = `${number.getBoundingClientRect().bottom - frame.getBoundingClientRect().top + frame.scrollTop + 6}px`;
  card.scrollIntoView({ block: "nearest" });
  return { card, number };
}
