/** The table of what is shown, with comparison and downloads. */
import { offerTable } from "../table/dialog.ts";

huella.join(offerTable);
