/** The date control. */
import { offerDays } from "../time/control.ts";

huella.join(offerDays);
