/** The script of a frame in another page: puts the map in the picture's place, and answers to the host. */
import { tellHeight } from "./embed/height.ts";
import { openFrame } from "./embed/frame.ts";
import { readOptions } from "./embed/options.ts";
import { sealed, showAddresses, tellWhereShut } from "./embed/sealed.ts";

document.documentElement.classList.add("script");
readOptions(document.body);
if (sealed()) showAddresses();
else tellWhereShut();
void openFrame(document.body);
tellHeight();
