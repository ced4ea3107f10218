/** Tells the host how high the frame wants to be, in three dialects. A frame that is high enough asks for nothing else, so that nothing jumps. */

/** What a map needs to be read, by the width of the frame. */
export const leastMap = (width: number): number => Math.round(Math.max(200, Math.min(420, width * 0.6)));

export interface Message {
  readonly [name: string]: string | number;
}

const within = (height: number, least: number, most: number): number => Math.round(Math.max(least, Math.min(most, height)));

/** Own, AMP's, and where the address carries a secret WordPress's, each within the bounds that its reader keeps. */
export function messages(height: number, secret: string | null): Message[] {
  const own = { type: "huella-height", height: within(height, 150, 3000) };
  const amp = { sentinel: "amp", type: "embed-size", height: within(height, 100, 3000) };
  return secret === null ? [own, amp] : [own, amp, { secret, message: "height", value: within(height, 200, 1000) }];
}

/** WordPress appends `#?secret=…` to the address; it heeds letters and digits alone. */
export function secretOf(hash: string): string | null {
  const secret = new URLSearchParams(hash.replace(/^#\??/, "")).get("secret");
  return secret !== null && /^[a-zA-Z0-9]+$/.test(secret) ? secret : null;
}

/** A map lower than this cannot be read. */
const ENOUGH = 140;

/** The height that a frame asks for: its own while that is enough, else what all parts and a good map need. */
export const wanted = (inner: number, width: number, aroundMap: number): number => (inner - aroundMap >= ENOUGH ? inner : aroundMap + leastMap(width));

/** Milliseconds without a change after which a width has settled. */
const SETTLED = 100;

export function tellHeight(): void {
  if (parent === window) return;
  let told = 0;
  const tell = (again: boolean): void => {
    const whole = document.querySelector<HTMLElement>(".whole");
    const stage = whole?.querySelector<HTMLElement>(".stage");
    if (!whole || !stage) return;
    const list = document.body.classList.contains("as-list");
    // Card and key may have given way already.
    const hidden = [...whole.querySelectorAll("#card, #key")].reduce((sum, part) => sum + part.scrollHeight - part.clientHeight, 0);
    const height = list ? innerHeight : wanted(innerHeight, innerWidth, whole.offsetHeight - stage.offsetHeight + hidden);
    if (height === told && !again) return;
    told = height;
    for (const message of messages(height, secretOf(location.hash))) parent.postMessage(message, "*");
  };
  let timer = 0;
  addEventListener("resize", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => tell(false), SETTLED);
  });
  // WordPress asks once it is ready; until then nobody may have listened.
  addEventListener("message", ({ source, data }) => source === parent && (data as { message?: unknown } | null)?.message === "ready" && tell(true));
  addEventListener("load", () => tell(true));
}
