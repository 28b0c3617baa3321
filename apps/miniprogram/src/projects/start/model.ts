/** Chosen, or no longer; one too many changes nothing. */
export const toggled = (chosen: readonly string[], id: string, most: number): readonly string[] => {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length < most ? [...chosen, id] : chosen;
};
