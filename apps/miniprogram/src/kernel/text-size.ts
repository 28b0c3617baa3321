/** What the reader chose on 我的; nothing chosen follows the platform. */
export interface Reading {
  elder?: boolean;
  size?: number | undefined;
  offered?: boolean;
}

/** Text sizes a reader may choose, as factors of the usual size. The layouts hold at 320 px with 1.5. */
export const SIZES = [
  { factor: 1, label: '标准' },
  { factor: 1.2, label: '大' },
  { factor: 1.4, label: '特大' },
  { factor: 1.5, label: '最大' },
] as const;

const SMALLEST = 0.94;
const LARGEST = 1.6;
/** WeChat's font setting (px) from which 长辈版 is offered by itself. */
const LARGE_SETTING = 22;

export const scaleOf = (reading: Reading, platformFactor: number): number =>
  Math.min(LARGEST, Math.max(SMALLEST, reading.size ?? platformFactor));

/** Whether to offer 长辈版 now: large system text, never chosen, never turned down. */
export const offersElder = (reading: Reading, setting: number): boolean =>
  setting >= LARGE_SETTING && reading.elder === undefined && !reading.offered;

export const readingOf = (text: string | undefined): Reading => {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Reading) : {};
  } catch {
    return {};
  }
};
