/** The forms of the elements of a page, so that of many pages a few can stand for all. */

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:="([^"]*)")?/g;
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
/** Of these the value decides, too, what may stand there. */
const TELLING = new Set(["type", "role", "rel", "scope", "aria-live", "aria-current", "aria-haspopup", "inputmode", "method", "target", "loading"]);

/** Each element once as its parent's name, its own, and its attributes; and every `id` as often as it stands there. */
export function formsOf(html) {
  const forms = new Set();
  const ids = [];
  const open = [];
  for (const [, closing, written, text, selfClosed] of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (closing) {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    const attributes = [...text.matchAll(ATTRIBUTE)].map(([, attribute, value]) => {
      if (attribute === "id") ids.push(value);
      return TELLING.has(attribute) ? `${attribute}=${value}` : `${attribute}${value === "" ? "=" : ""}`;
    });
    forms.add(`${open.at(-1) ?? ""} > ${name} ${attributes.sort().join(" ")}`);
    if (!VOID.has(name) && !selfClosed) open.push(name);
  }
  return { forms, ids };
}
