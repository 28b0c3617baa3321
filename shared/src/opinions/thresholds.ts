/** The numbers of the opinion slice, each with its reason; sources in docs/opinions.md. */

/** Code points of a statement: one thought, read at a glance. Polis allows 140 characters. */
export const LONGEST_STATEMENT = 140;
/** Statements of a matter. Nobody answers more, and each one more leaves fewer answers to every other. */
export const MOST_STATEMENTS = 500;
/** Statements one person may add to one matter: more is a campaign, not a view. */
export const STATEMENTS_EACH = 20;
/** No picture below this many people placed: with fewer a neighbour could be guessed. The issue asks for 15. */
export const LEAST_PEOPLE = 15;
/** No group below this many people, and no figure of a group on a statement that fewer of it answered. */
export const LEAST_GROUP = 5;
/** A picture is drawn again only when this many people have answered since: between two pictures no single answer can be read off. */
export const LEAST_NEWS = 5;
export const MOST_GROUPS = 5;
/** What one group says that others do not, what bridges groups and what most say: a few sentences each, read in a minute. */
export const MOST_SAYINGS = 3;
export const MOST_BRIDGES = 5;
/** Statements in the table: those the picture speaks of, then those most answered. Bounded, so that reading it costs the same for every matter. */
export const MOST_SHOWN = 40;
