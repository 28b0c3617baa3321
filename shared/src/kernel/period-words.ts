const NAMES: Readonly<Record<string, string>> = {
  ...{ H1: '上半年', H2: '下半年', Q1: '第一季度', Q2: '第二季度', Q3: '第三季度', Q4: '第四季度' },
};
/** A half-year (`2026-H2`) or a quarter (`2026-Q3`) in words: `2026年下半年`. */
export const periodWords = (period: string): string => {
  const [year = '', part = ''] = period.split('-');
  return `${year}年${NAMES[part] ?? ''}`;
};
