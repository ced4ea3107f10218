/** The script of a story: the text is there from the server; the map beside it comes after and goes along. */
import type { Project } from "./atlas.ts";
import { statusOn } from "./atlas.ts";
import { gentle } from "./gentle.ts";
import { foldBar } from "./menu.ts";
import { cardsIn } from "./sources.ts";
import { followSteps } from "./steps.ts";
import { openTourMap, type TourMap } from "./tourMap.ts";
import { say, statuses } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

const { body, documentElement: root } = document;
root.classList.add("script");
const lang = body.dataset["lang"] ?? root.lang;
const words = wordsOf(lang);

function start(story: HTMLElement, stage: HTMLElement, box: HTMLElement): void {
  const stops = [...story.querySelectorAll<HTMLElement>(".stop")];
  const card = stage.querySelector<HTMLElement>(".story-card");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let map: TourMap | null = null;
  let failed = false;

  const show = (index: number, fly: boolean): void => {
    const stop = stops[index];
    if (!stop) return;
    // What stands under the picture stands on the map.
    card?.replaceChildren(...[...(stop.querySelector("figcaption")?.cloneNode(true).childNodes ?? [])]);
    if (card) card.hidden = false;
    if (failed) picture(box, stop);
    else map?.show(stop.dataset["state"] ?? "", fly && !still);
  };
  const steps = followSteps(story, stops, stage, { arrived: (index, first) => show(index, !first) });

  const open = (project: Project, day: string): void => {
    const link = document.createElement("a");
    link.href = (body.dataset["article"] ?? "/project/*").replace("*", project.id);
    link.textContent = say(project.name, lang);
    const name = document.createElement("b");
    name.append(link);
    const status = document.createElement("span");
    status.className = "stop-status";
    status.textContent = say(statuses.get(statusOn(project, day))?.label, lang);
    card?.replaceChildren(name, " ", status);
    link.focus({ preventScroll: true });
  };
  const load = async (): Promise<void> => {
    const { map: data = "", base = "", baseFine: fine = "" } = body.dataset;
    try {
      const state = (): string => stops[steps.current]?.dataset["state"] ?? "";
      const before = state();
      map = await openTourMap(box, { lang, words, data, base, fine, open }, before);
      if (state() !== before) show(steps.current, false);
    } catch {
      failed = true;
      show(steps.current, false);
    }
  };
  gentle(box);
  // The text is read first.
  if ("requestIdleCallback" in window) requestIdleCallback(() => void load(), { timeout: 500 });
  else setTimeout(() => void load(), 100);
}

/** Where the map cannot be drawn, the stop's own picture stands for it. */
function picture(box: HTMLElement, { dataset }: HTMLElement): void {
  const img = box.querySelector("img") ?? document.createElement("img");
  img.src = dataset["picture"] ?? "";
  img.alt = dataset["says"] ?? "";
  if (!img.isConnected) box.replaceChildren(img);
}

const story = document.querySelector<HTMLElement>(".story-text");
const stage = document.querySelector<HTMLElement>(".story-stage");
const box = stage?.querySelector<HTMLElement>(".map");
const bar = document.querySelector<HTMLElement>(".bar");
cardsIn(body);
if (bar) {
  foldBar(bar, words, (theme) => {
    const address = new URL(location.href);
    address.searchParams.set("theme", theme);
    history.replaceState(history.state, "", address);
  });
}
if (story && stage && box) start(story, stage, box);
