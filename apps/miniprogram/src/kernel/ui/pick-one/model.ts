/** Something to pick by its name. */
export interface Pickable {
  id: string;
  label: string;
  note?: string;
}
/** Shown at once; the rest is found by typing. */
const SHOWN = 8;

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Those that hold what was typed, in their order, and how many more there are. */
export const matching = <P extends Pickable>(all: readonly P[], typed: string): { shown: P[]; more: number } => {
  const sought = bare(typed);
  const found = sought === '' ? all : all.filter(({ label, note = '' }) => bare(`${label}|${note}`).includes(sought));
  return { shown: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
};
