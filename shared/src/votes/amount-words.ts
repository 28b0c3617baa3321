import type { Share } from '@gongzhi/shared/kernel/shares';
import { UNIT_WORDS, type TestResult } from './model';
import type { Rule } from './rule-sets';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const digit = (n: number) => DIGITS[n] ?? String(n);

/** A share as people say it: 过半数, 三分之二以上, 超过三分之一. */
export const shareInWords = ({ num, den, strict }: Share): string => {
  if (strict && num * 2 === den) return '过半数';
  const fraction = num * 2 === den ? '半数' : `${digit(den)}分之${digit(num)}`;
  return strict ? `超过${fraction}` : `${fraction}以上`;
};

/** An area as people read it, exact: 12,345.67 平方米. `area` in 0.01 m². */
export const areaInWords = (area: number): string => {
  const [metres, rest] = [Math.floor(area / 100), area % 100];
  const whole = String(metres).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`} 平方米`;
};

type Counted = Pick<TestResult, 'of'>;
/** An amount of what a threshold adds up: 30 户, 12 位业主, 3,000 平方米. */
export const amountInWords = ({ of }: Counted, amount: number, { unit }: Pick<Rule, 'unit'>): string =>
  of === 'area' ? areaInWords(amount) : `${amount} ${UNIT_WORDS[unit].count}`;

/** What a threshold adds up, as a noun: 户数, 业主人数, 专有部分面积. */
export const measureInWords = ({ of }: Counted, { unit }: Pick<Rule, 'unit'>): string => {
  if (of === 'area') return '专有部分面积';
  return { household: '户数', person: '居民人数', delegate: '代表人数', owner: '业主人数' }[unit];
};
