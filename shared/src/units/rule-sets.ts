/** Below so many members nothing is shown of what a unit's members did, so that nobody is found. Ours, as in `party`. */
export const SHOWN_FROM = 3;
