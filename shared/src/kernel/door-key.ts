/** A household's door within its community, as people write it. */
export interface Door {
  building: string;
  unit: string;
  room: string;
}

/** Words that say what a number is and do not tell two doors apart: 3栋, 3号楼 and 3 are one building. */
const SUFFIXES = {
  building: /(号楼|楼栋|栋|幢|座|楼|号|#)$/,
  unit: /(单元|门|梯|号)$/,
  room: /(号房|房|室|号)$/,
} as const satisfies Record<keyof Door, RegExp>;

const DIGITS = '一二三四五六七八九';

/** 一 … 九十九 as a number; anything else as it was. */
const inDigits = (text: string): string => {
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  if (!tens && !ten) return text;
  const value = (digit: string | undefined) => (digit ? DIGITS.indexOf(digit) + 1 : 0);
  if (!ten) return ones ? text : String(value(tens));
  return String((tens ? value(tens) : 1) * 10 + value(ones));
};

/** Text without the differences a keyboard makes: full-width forms, spaces, invisible characters, letter case. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();

const normal = (part: keyof Door, text: string): string => {
  const whole = plain(text).replace(/^第(?=.)/, '');
  const bare = whole.replace(SUFFIXES[part], '') || whole;
  return inDigits(bare).replace(/\d+/g, (run) => run.replace(/^0+(?=\d)/, ''));
};

/** Numbers led by their length, so that text order is the order of the doors: 2 before 10, 502 before 1001. */
const inOrder = (text: string): string => text.replace(/\d+/g, (run) => `${run.length.toString(36)}${run}`);

/**
 * The stable name of a household within its community: the same door written another way (full-width, 3栋 for 3号楼,
 * 二单元 for 2, 0502 for 502) has the same key. Both parts sort as the doors do; neither ever contains `#` from user text
 * except as the separator in `door`.
 */
export const doorKey = (at: Door): { building: string; door: string } => {
  const part = (name: keyof Door) => inOrder(normal(name, at[name])).replaceAll('#', '＃');
  return { building: part('building'), door: `${part('unit')}#${part('room')}` };
};

/** One text for one household, to compare and to keep in a Map. */
export const doorText = (at: Door): string => {
  const { building, door } = doorKey(at);
  return `${building}#${door}`;
};

const named = (text: string, word: string): string => (/^[\dA-Za-z-]+$/.test(text) ? `${text}${word}` : text);

/** How a door is said on screens and paper: 3号楼2单元502室. */
export const doorLabel = ({ building, unit, room }: Door): string =>
  `${named(building, '号楼')}${named(unit, '单元')}${named(room, '室')}`;
