import { WHOLE } from '@gongzhi/shared/kernel/statistics/parts';

const part = (parts: number): number => (parts * 100) / WHOLE;
/** Where a bar between two shares lies, in parts of the chart's width. */
export const spanStyle = (low: number, high: number): string => `left:${part(low)}%;width:${part(high - low)}%`;
