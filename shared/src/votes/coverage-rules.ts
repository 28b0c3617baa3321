import type { Group } from './coverage-model';
import { hiddenOf, sumOf, unnamed, type Counted, type Figure } from './hide-groups';

const suggestionFor = (group: Counted, totals: Counted): Group['suggestion'] => {
  // fewer than half of what is usual in this vote, by cross-multiplication
  const quiet = 2 * group.taken * totals.entitled < totals.taken * group.entitled;
  if (!quiet) return undefined;
  return 2 * group.bound >= group.entitled ? 'evening' : 'visit';
};

/** Groups as they may be shown, in the order given: small ones hidden, and others with them where the rest would tell. */
export const showGroups = (groups: readonly Counted[]): Group[] => {
  const totals: Counted = {
    name: '',
    entitled: sumOf(groups, 'entitled'),
    bound: sumOf(groups, 'bound'),
    reached: sumOf(groups, 'reached'),
    taken: sumOf(groups, 'taken'),
  };
  const nameless = unnamed(groups);
  const hidden = {
    bound: hiddenOf(groups, 'bound'),
    reached: hiddenOf(groups, 'reached'),
    taken: hiddenOf(groups, 'taken'),
  };
  return groups.map((group) => {
    const show = (figure: Figure) =>
      hidden[figure].has(group.name) || nameless.has(group.name) ? null : group[figure];
    const taken = show('taken');
    const suggestion = taken === null ? undefined : suggestionFor(group, totals);
    return {
      name: group.name,
      entitled: nameless.has(group.name) ? null : group.entitled,
      bound: show('bound'),
      reached: show('reached'),
      taken,
      ...(suggestion ? { suggestion } : {}),
    };
  });
};
