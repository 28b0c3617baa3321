import type { PastRow } from '@gongzhi/shared/hours/past-row';

/** Rows that are sent together, under a key of their own. */
export interface Part {
  rows: readonly PastRow[];
  key: string;
}
export const partsOf = (rows: readonly PastRow[], size: number, newKey: () => string): Part[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => ({
    rows: rows.slice(i * size, (i + 1) * size),
    key: newKey(),
  }));

export interface Done {
  imported: number;
  skipped: number;
}
/** What came of it so far, and what is left. */
export const sentWords = ({ imported, skipped }: Done, left: readonly Part[]): string => {
  const rest = left.reduce((sum, { rows }) => sum + rows.length, 0);
  const parts = [
    `已导入 ${imported} 条`,
    ...(skipped > 0 ? [`跳过已有的 ${skipped} 条`] : []),
    ...(rest > 0 ? [`还有 ${rest} 条没有导入`] : []),
  ];
  return `${parts.join('，')}。`;
};
