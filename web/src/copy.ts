/** A copy of the atlas made of files: the page was written without its address, which is read here instead. */

const { documentElement: root } = document;

/** Whether nobody answers a query; what to say of other editions then. */
export const copied = root.dataset["copy"];

/** Light or dark as the address asks, and a word where it asks for an edition that is not here. */
export function readAddress(): void {
  if (copied === undefined) return;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
  const edition = asked.get("v");
  if (edition === null || edition === root.dataset["edition"]) return;
  const note = document.createElement("p");
  note.className = "edition-note";
  note.setAttribute("role", "note");
  const link = document.createElement("a");
  link.href = root.dataset["editions"] ?? "";
  link.textContent = root.dataset["editionsWord"] ?? "";
  note.append(`${copied} `, link);
  document.querySelector(".bar")?.after(note);
}
