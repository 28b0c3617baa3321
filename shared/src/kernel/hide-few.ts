/**
 * The groups of which nothing may be shown: those that tell of too few, and the smallest others until what is hidden hides
 * together, for the sum of the hidden follows from the total and the shown (secondary suppression; Willenborg & de Waal 2001,
 * Elements of Statistical Disclosure Control). `tells`: whether the sum over some groups tells of too few. When
 * everything is hidden there is nothing to reckon from but the total.
 */
export const hiddenTogether = <G>(
  groups: readonly G[],
  tells: (some: readonly G[]) => boolean,
  sizeOf: (group: G) => number,
): ReadonlySet<G> => {
  const hidden = groups.filter((group) => tells([group]));
  const rest = groups.filter((group) => !hidden.includes(group)).sort((a, b) => sizeOf(a) - sizeOf(b));
  while (hidden.length > 0 && tells(hidden)) {
    const next = rest.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden);
};
