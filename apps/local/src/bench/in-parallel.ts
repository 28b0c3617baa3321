/** Does `work` for every item, `width` at a time, and keeps the order. */
export const inParallel = async <T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  width = 8,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T, i);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
};
