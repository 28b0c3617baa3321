/** A name as strangers may read it: the first and, from three characters on, the last stay. */
export const maskName = (name: string): string => {
  const letters = [...name.trim()];
  if (letters.length < 2) return '*';
  const last = letters.length > 2 ? (letters.at(-1) ?? '') : '';
  return `${letters[0] ?? ''}${'*'.repeat(letters.length - 1 - (last ? 1 : 0))}${last}`;
};
