/** The page on which frames are made: answers each change of the form with what the server makes of it, and copies. */

/** Milliseconds without a keystroke after which a text has been written. */
const WRITTEN = 400;

const form = document.querySelector<HTMLFormElement>("#make");
let timer = 0;
let asked = 0;

function address(of: HTMLFormElement): string {
  const fields = new URLSearchParams();
  // What is left empty says nothing, but for a title, whose emptiness is meant.
  for (const [name, value] of new FormData(of)) if (typeof value === "string" && (value !== "" || name === "title")) fields.append(name, value);
  return `${location.pathname}?${fields}`;
}

async function remake(of: HTMLFormElement): Promise<void> {
  const now = ++asked;
  const answer = await fetch(address(of)).catch(() => null);
  // An earlier question may be answered later.
  if (!answer?.ok || now !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [made, before] = [page.querySelector("#made"), document.querySelector("#made")];
  if (!made || !before) return;
  const width = before.querySelector<HTMLInputElement>('[name="width"]:checked')?.value;
  const open = before.querySelector("details")?.open ?? false;
  for (const input of made.querySelectorAll<HTMLInputElement>('[name="width"]')) input.checked = input.value === width;
  const details = made.querySelector("details");
  if (details) details.open = open;
  before.replaceWith(document.adoptNode(made));
  for (const name of ["title", "made", "height", "usual"]) {
    const [mine, theirs] = [field(of, name), page.querySelector<HTMLInputElement>(`#make [name="${name}"]`)];
    if (mine && theirs && document.activeElement !== mine) mine.value = theirs.value;
  }
  history.replaceState(null, "", address(of));
  offerCopies();
  // A phone shows a phone's frame first.
  const narrow = document.querySelector<HTMLInputElement>('[name="width"]');
  if (narrow && innerWidth < 700) narrow.checked = true;
}

const field = (of: HTMLFormElement, name: string): HTMLInputElement | null => of.querySelector<HTMLInputElement>(`[name="${name}"]`);

function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("#made .copy")) button.hidden = false;
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const area = button.parentElement?.querySelector("textarea");
  if (!area) return;
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    // Selected it is: the keyboard copies it.
    return;
  }
  const before = button.textContent;
  button.textContent = button.dataset["done"] ?? "";
  setTimeout(() => (button.textContent = before), 2000);
}

if (form) {
  const later = (wait: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void remake(form), wait);
  };
  form.addEventListener("input", ({ target }) => later(target instanceof HTMLInputElement && ["text", "number"].includes(target.type) ? WRITTEN : 0));
  form.addEventListener("change", ({ target }) => {
    const picks = (target as HTMLElement).dataset["picks"];
    const radio = picks && form.querySelector<HTMLInputElement>(`[name="what"][value="${picks}"]`);
    if (radio) radio.checked = true;
    later(0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    later(0);
  });
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>("#made .copy");
    if (button) void copy(button);
  });
  offerCopies();
  // A phone shows a phone's frame first.
  const narrow = document.querySelector<HTMLInputElement>('[name="width"]');
  if (narrow && innerWidth < 700) narrow.checked = true;
}
