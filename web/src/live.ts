/** For authors: the page shows an edit as soon as the server has it, and what is wrong with one it refused. */

interface Heard {
  readonly have: string;
  readonly faults: readonly string[];
}

/** The server lets a question wait for seconds; after a failure it is given time to start again. */
const AGAIN = 2000;

const from = document.currentScript?.dataset["from"] ?? "";
const box = document.createElement("section");
box.setAttribute("role", "alert");
box.lang = "en";
box.style.cssText =
  "position:fixed;inset:0 0 auto 0;z-index:9999;max-height:50vh;overflow:auto;padding:.75rem 1rem;background:#7a1414;color:#fff;font:14px/1.45 system-ui,sans-serif";

function tell(faults: readonly string[]): void {
  const head = document.createElement("strong");
  head.textContent = `The last edit is not shown: ${faults.length} ${faults.length === 1 ? "fault" : "faults"}. What was there before is served.`;
  const list = document.createElement("ol");
  list.append(...faults.map((fault) => Object.assign(document.createElement("li"), { textContent: fault })));
  box.replaceChildren(head, list);
  document.body.append(box);
}

async function listen(): Promise<void> {
  let have = "";
  for (;;) {
    try {
      const answer = await fetch(`${from}?have=${encodeURIComponent(have)}`, { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const heard = (await answer.json()) as Heard;
      const [before, now] = [have, heard.have].map((state) => state.split("-")[0]);
      if (before && now !== before) location.reload();
      if (heard.have !== have && heard.faults.length > 0) tell(heard.faults);
      if (heard.faults.length === 0) box.remove();
      have = heard.have;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

void listen();
export {};
