/** How a frame looks, as its address asks. A server has written it so; a copy made of files has not. */
export function readOptions(body: HTMLElement): void {
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  if (asked.get("controls") === "0") body.dataset["controls"] = "0";
  const plain = asked.get("plain") === "1";
  if (plain) body.classList.add("bare");
  const title = asked.get("title");
  const heading = body.querySelector<HTMLElement>("h1.title");
  if (!heading) return;
  if (title) heading.textContent = title;
  if (plain || title === "") heading.className = "unseen";
}
