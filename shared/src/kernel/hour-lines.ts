/** What of a line of the ledger of hours says whether it counts. `reverses`: the line that this one takes back. */
export interface Line {
  entryId: string;
  minutes: number;
  reverses?: string | undefined;
}
/** Lines that count: neither reversals nor what was reversed. */
export const standing = <L extends Line>(lines: readonly L[]): L[] => {
  const reversed = new Set(lines.flatMap(({ reverses }) => reverses ?? []));
  return lines.filter(({ entryId, reverses }) => !reverses && !reversed.has(entryId));
};
