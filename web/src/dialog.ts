/** On a narrow screen a part of the page opens as a dialog over all, and goes back to its place when closed. */

export interface Dialog {
  /** The words of the button that closes it. */
  done(words: string): void;
}

export function opensAsDialog(button: HTMLButtonElement, content: HTMLElement, title: string, words: string): Dialog {
  const dialog = document.createElement("dialog");
  dialog.className = `over over-${content.classList[0] ?? ""}`;
  dialog.setAttribute("aria-label", title);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "done";
  close.textContent = words;
  close.addEventListener("click", () => dialog.close());
  const heading = document.createElement("h2");
  heading.textContent = title;
  const place = document.createComment("");
  document.body.append(dialog);

  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => {
    content.replaceWith(place);
    dialog.replaceChildren(heading, content, close);
    dialog.showModal();
  });
  // The browser gives Escape and the focus back by itself.
  dialog.addEventListener("close", () => place.replaceWith(content));
  // Escape closes this one only, not the record beneath it.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  return {
    done: (text) => {
      close.textContent = text;
    },
  };
}
