import path from "node:path";
import { modules } from "./record.mjs";

const here = import.meta.dirname;

export default {
  test: { root: here, include: ["tests/*.test.ts"] },
  plugins: [
    {
      name: "record",
      resolveId: (id) => (id.startsWith("record:") ? `\0${id}` : undefined),
      load: (id) => (id.startsWith("\0record:") ? `export default ${modules(path.join(here, "../geodata"))[id.slice(1)]().contents}` : undefined),
    },
  ],
};
