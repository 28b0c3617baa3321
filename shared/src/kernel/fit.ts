import { fieldTime } from './field-time';

/**
 * Formats of the fields of WeChat's subscribe messages, by the type their key begins with (`thing1`, `time2`). Source:
 * 「subscribeMessage.send」参数值内容限制, developers.weixin.qq.com, read 2026-11-23. Lengths are counted in code points: an
 * emoji is one.
 */
const LONGEST = {
  ...{ thing: 20, number: 32, letter: 32, symbol: 5, character_string: 32, time: 40, date: 40, amount: 14 },
  ...{ phone_number: 17, car_number: 8, name: 20, phrase: 5, enum: 20 },
} as const;
export type FieldType = keyof typeof LONGEST;
export const FIELD_TYPES = Object.keys(LONGEST) as FieldType[];

/** A name of letters may have twenty of them; one with Chinese characters ten. */
const LONGEST_CHINESE_NAME = 10;
const HAN = /\p{Script=Han}/u;
const CONTROL = /\p{Cc}|\p{Cs}|\u2028|\u2029/gu;

const isType = (type: string): type is FieldType => type in LONGEST;
/** The type a field's key stands for; undefined for a key of no known type. */
export const fieldTypeOf = (field: string): FieldType | undefined => {
  const type = field.replace(/\d+$/, '');
  return isType(type) ? type : undefined;
};

const longest = (type: FieldType, value: string): number =>
  type === 'name' && HAN.test(value) ? LONGEST_CHINESE_NAME : LONGEST[type];
/** At most how many characters a field takes, for a counter beside it; a name's depends on what stands in it. */
export const longestOf = (field: string, value = ''): number => {
  const type = fieldTypeOf(field);
  return type ? longest(type, value) : 0;
};

const DATE = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})`;
const CLOCK = String.raw`\d{1,2}:\d{2}(:\d{2})?`;
const MOMENT = `(${DATE}( ${CLOCK})?|${CLOCK})`;
/** What each type takes besides its length; one that is not here takes anything. */
const SHAPES: Partial<Record<FieldType, RegExp>> = {
  number: /^-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]+$/,
  symbol: /^[^\p{L}\p{N}\s]+$/u,
  character_string: /^[\x20-\x7e]+$/,
  time: new RegExp(`^${MOMENT}(~${MOMENT})?$`),
  date: new RegExp(`^${DATE}( ${CLOCK})?(~${DATE}( ${CLOCK})?)?$`),
  amount: /^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-() ]+$/,
  phrase: /^\p{Script=Han}+$/u,
};

/** Whether a value may stand in a field as it is: not empty, no line break, no longer and of no other shape than its type allows. */
export const fits = (field: string, value: string): boolean => {
  const type = fieldTypeOf(field);
  if (!type || value.trim() === '' || value.search(CONTROL) >= 0) return false;
  return [...value].length <= longest(type, value) && (SHAPES[type]?.test(value) ?? true);
};

const keeping = (allowed: RegExp) => (value: string) => value.match(allowed)?.join('') ?? '';
/** What of a value a type can show. */
const TAKES: Partial<Record<FieldType, (value: string) => string>> = {
  number: (value) => /-?\d+(\.\d+)?/.exec(value)?.[0] ?? '',
  letter: keeping(/[A-Za-z]/g),
  symbol: keeping(/[^\p{L}\p{N}\s]/gu),
  character_string: keeping(/[\x20-\x7e]/g),
  time: (value) => fieldTime(value, 'time'),
  date: (value) => fieldTime(value, 'date'),
  amount: (value) => /[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?/.exec(value)?.[0] ?? '',
  phone_number: keeping(/[\d+\-() ]/g),
  phrase: keeping(/\p{Script=Han}/gu),
};
/** Where a text that was cut shows it. What is no text is not cut in the middle of a number, but left out. */
const ELLIPSIS: ReadonlySet<FieldType> = new Set(['thing']);
/** A cut that leaves half a character of several code points leaves none of it. */
const LOOSE = /(?:\u200d|\ufe0f|\p{Mn})+$/u;
const UNCUT: ReadonlySet<FieldType> = new Set(['number', 'time', 'date', 'amount']);

const cut = (type: FieldType, value: string): string => {
  const letters = [...value];
  const most = longest(type, value);
  if (letters.length <= most) return value;
  if (UNCUT.has(type)) return '';
  if (!ELLIPSIS.has(type)) return letters.slice(0, most).join('').trim();
  return `${letters
    .slice(0, most - 1)
    .join('')
    .replace(LOOSE, '')
    .trimEnd()}…`;
};

const tidy = (value: string): string => value.replace(/ {2,}/g, ' ').trim();

/**
 * A value as a field can show it: line breaks become spaces, what the type does not take is left out, and what is too long
 * is cut, a `thing` with an ellipsis. An instant (or two, apart by `~`) becomes China's wall time in `time` and `date`.
 * Empty when nothing of it can stand there: the caller says something else.
 */
export const fitText = (field: string, value: string): string => {
  const type = fieldTypeOf(field);
  if (!type) return '';
  const line = tidy(value.replace(CONTROL, ' '));
  const shown = cut(type, tidy(TAKES[type]?.(line) ?? line));
  return fits(field, shown) ? shown : '';
};
