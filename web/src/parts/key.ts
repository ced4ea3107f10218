/** Beside a narrow map the legend opens from a button. */
import { opensAsDialog } from "../dialog.ts";

huella.join(({ facts: { desk, words } }) => {
  const legend = desk.querySelector<HTMLElement>(".legend");
  if (!legend) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "key-open";
  button.textContent = words.key;
  legend.before(button);
  opensAsDialog(button, legend, words.key, words.close);
});
