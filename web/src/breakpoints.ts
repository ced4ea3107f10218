/** The widths and heights at which the page folds, as the style has them: in em, so that large letters count. */

/** The list is a sheet over the map. */
export const asSheet = matchMedia("(max-width: 43.74em) and (min-height: 31.25em), (max-width: 29.99em)");
/** Filters, days and the key to the signs open from buttons. */
export const compact = matchMedia("(max-width: 43.74em), (max-height: 31.24em), (max-width: 63.99em) and (max-height: 43.74em)");
