/** Remembers what never changes once it is there, at most `most` of it; the oldest is given up first. What is absent is asked for again. */
export const keepInMemory = <T>(most: number) => {
  const kept = new Map<string, T>();
  return async (name: string, read: () => Promise<T | undefined>): Promise<T | undefined> => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const value = await read();
    if (value === undefined) return undefined;
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(name, value);
    return value;
  };
};
