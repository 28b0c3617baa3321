/** Reads the named variables once; every one that is missing is named in one error. */
export const readEnv = <const K extends string>(
  names: readonly K[],
  source: NodeJS.ProcessEnv = process.env,
): Record<K, string> => {
  const missing = names.filter((name) => !source[name]);
  if (missing.length > 0) throw new Error(`missing environment: ${missing.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, source[name]])) as Record<K, string>;
};
