/** On a narrow or low screen a part of the page opens as a dialog over all, and goes back to its place when closed. */
import { compact } from "./breakpoints.ts";

export interface Dialog {
  /** The words of the button that closes it. */
  done(words: string): void;
}

/** What is not rendered can be neither seen, reached nor read out. */
const hides = CSS.supports("content-visibility", "hidden");

const idle = (run: () => void): void => void ("requestIdleCallback" in window ? requestIdleCallback(run) : setTimeout(run, 200));

/**
 * On a phone a dialog covers the page, which is not rendered meanwhile: to make hundreds of signs and rows inert,
 * as `showModal` does, would style every one of them again. One that stands `beside` the page leaves it in use,
 * and closes when the focus goes there, so that nothing in focus lies beneath it.
 */
export function opensAsDialog(button: HTMLButtonElement, content: HTMLElement, title: string, words: string, beside = false): Dialog {
  const dialog = document.createElement("dialog");
  dialog.className = `over over-${content.classList[0] ?? ""}`;
  dialog.setAttribute("aria-label", title);
  // The back gesture of a phone closes it, too.
  dialog.setAttribute("closedby", "closerequest");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "done";
  close.textContent = words;
  const heading = document.createElement("h2");
  heading.textContent = title;
  const place = document.createComment("");
  document.body.append(dialog);

  const open = (): void => {
    content.replaceWith(place);
    dialog.replaceChildren(heading, content, close);
    if (!compact.matches || !(hides || beside)) return dialog.showModal();
    dialog.ariaModal = beside ? null : "true";
    document.body.classList.toggle("covered", !beside);
    dialog.show();
  };
  const back = (): void => {
    document.body.classList.remove("covered");
    place.replaceWith(content);
  };
  const shut = (): void => {
    if (!dialog.open) return;
    const { activeElement } = document;
    const within = activeElement === document.body || dialog.contains(activeElement);
    dialog.close();
    back();
    if (within) button.focus({ preventScroll: true });
  };

  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => (dialog.open ? shut() : open()));
  close.addEventListener("click", shut);
  dialog.addEventListener("close", () => dialog.open || back());
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    shut();
  });
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (!beside || !dialog.open || !(relatedTarget instanceof Node) || relatedTarget === button || dialog.contains(relatedTarget)) return;
    dialog.close();
    back();
  });
  // Wherever the focus is, Escape closes this one only, not the record beneath it; a field of search is emptied first.
  document.addEventListener(
    "keydown",
    (event) => {
      const { target, key } = event;
      if (!dialog.open || key !== "Escape" || (target instanceof HTMLInputElement && target.type === "search" && target.value)) return;
      event.preventDefault();
      event.stopPropagation();
      shut();
    },
    { capture: true },
  );
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  // What has changed behind it is laid out while the reader looks at it, not when it closes.
  dialog.addEventListener("change", () => idle(() => void (dialog.open && button.getBoundingClientRect())));
  // On a wider screen its content has room of its own.
  compact.addEventListener("change", shut);
  return {
    done: (text) => {
      close.textContent = text;
    },
  };
}
