/** Until when an answer, its body too, has to be there: what does not come fails, and can be asked for again. */

/** Milliseconds: enough for the map's data on the slowest of lines. */
const LONGEST = 60_000;

/** A signal for `fetch`; none in browsers that know no such signal. */
export const deadline = (after = LONGEST): AbortSignal | null => AbortSignal.timeout?.(after) ?? null;
