/** In a sandbox that lets no window open, addresses stand as text that can be selected. */

/** A sandbox without `allow-same-origin` gives the frame an origin of its own; those that add it add popups, too. */
export const sealed = (): boolean => window.origin === "null";

export function showAddresses(): void {
  document.documentElement.classList.add("sealed");
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".item-foot a")) {
    const address = document.createElement("span");
    address.className = "address";
    address.textContent = link.href;
    link.parentElement?.append(" ", address);
  }
}
