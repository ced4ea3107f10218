/** In a sandbox that lets no window open, addresses stand as text that can be selected. */

/** A sandbox without `allow-same-origin` gives the frame an origin of its own; whether windows open is not told, so that addresses stand at once. */
export const sealed = (): boolean => window.origin === "null";

/** In any other frame it shows when a reader follows a link, and no window opens. */
export function tellWhereShut(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[target="_blank"]');
    if (!link || parent === window || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const opened = open(link.href, "_blank");
    if (opened) opened.opener = null;
    else showAddresses();
  });
}

export function showAddresses(): void {
  const { classList } = document.documentElement;
  if (classList.contains("sealed")) return;
  classList.add("sealed");
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".item-foot a")) {
    const address = document.createElement("span");
    address.className = "address";
    address.textContent = link.href;
    link.parentElement?.append(" ", address);
  }
}
