/** Filters, search, order, and what one does with a view that is found: limit it to the map, copy its address. */
import { offerFinding } from "../find/finding.ts";

huella.join(offerFinding);
