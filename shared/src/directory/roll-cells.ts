import { codePoints } from '@gongzhi/shared/kernel/fields';
import type { Adult } from './model';
import { ROLL } from './roll-limits';

/** A value, or the sentence that says what is wrong with the cell. */
export type Read<T> = { value: T } | { wrong: string };

const value = <T>(read: T): Read<T> => ({ value: read });
const wrong = (sentence: string): { wrong: string } => ({ wrong: sentence });
const SEPARATORS = /[、，,;；/\n|]+/;
const PHONE = /^1[3-9]\d{9}$/;
const NOBODY = /^(无|空|空置|空房|空户|未入住|未知|不详|暂无|待定|-+|—+|\/)$/;

/** A name of a place: one line, at least a letter or digit, at most 20 characters. Spaces mean nothing in it. */
export const readPlace = (text: string, what: string): Read<string> => {
  const place = text.replace(/\s/g, '');
  if (place === '') return wrong(`${what}没有填`);
  if (!/[\p{L}\p{N}]/u.test(place)) return wrong(`${what}“${place}”里没有文字或数字`);
  return codePoints(place) > 20 ? wrong(`${what}超过 20 个字`) : value(place);
};

const LARGEST_AREA = 1_000_000;

/** Square metres as written, rounded to 0.01: 88.5, 88.50㎡, 1,200. Nothing written is no area. */
export const readArea = (text: string): Read<number | undefined> => {
  const bare = text.replace(/[\s,]/g, '').replace(/(m2|m²|平方米|平方|平米|平)$/i, '');
  if (bare === '' || NOBODY.test(bare)) return value(undefined);
  if (!/^\d+(\.\d+)?$/.test(bare)) return wrong(`面积“${text}”不是数字`);
  const area = Math.round(Number(bare) * 100);
  if (area <= 0) return wrong('面积要大于 0');
  return area > LARGEST_AREA * 100 ? wrong(`面积“${text}”太大，请核对单位是不是平方米`) : value(area);
};

/** A mobile number as people write it: with spaces, hyphens, +86. */
export const readPhone = (text: string): Read<string> => {
  const bare = text
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
    .replace(/\.0+$/, '');
  if (PHONE.test(bare)) return value(bare);
  if (/^\d(\.\d+)?E\+?\d+$/i.test(bare))
    return wrong(`电话“${text}”被表格软件写成了科学计数，请把这一列的格式改为“文本”后重填`);
  return wrong(`电话“${text}”不是 11 位手机号（座机请留空）`);
};

const partsOf = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !NOBODY.test(part));

/** 王 芳, spread to look as wide as a longer name, is 王芳. */
const withoutGaps = (name: string): string =>
  /^\p{Script=Han}( \p{Script=Han})+$/u.test(name) ? name.replace(/ /g, '') : name;
/** 张三 李四 are two people: each side of the space is a whole name. */
const withCommas = (text: string): string => text.replace(/(\p{Script=Han}{2,}) (?=\p{Script=Han}{2,})/gu, '$1、');

/** One name, with the phone some rolls write behind it: 张三 13800138000, 张三(13800138000). */
const readAdult = (text: string): Read<Adult> => {
  const phone = /(?:\+?86[\s-]*)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}/.exec(text)?.[0];
  const name = withoutGaps((phone ? text.replace(phone, '').replace(/[(:)\s]+/g, ' ') : text).trim());
  if (!/\p{L}/u.test(name)) return wrong(`姓名“${text}”里没有文字`);
  if (codePoints(name) > 20) return wrong('姓名超过 20 个字');
  const number = phone ? readPhone(phone) : undefined;
  return value(number && 'value' in number ? { name, phone: number.value } : { name });
};

/** All of the list, or the first sentence. */
const all = <T>(reads: readonly Read<T>[]): Read<T[]> => {
  const bad = reads.find((read) => 'wrong' in read);
  return bad && 'wrong' in bad ? bad : value(reads.flatMap((read) => ('value' in read ? [read.value] : [])));
};

export const readNames = (text: string): Read<Adult[]> => {
  const adults = all(partsOf(withCommas(text)).map(readAdult));
  return 'value' in adults && adults.value.length > ROLL.adults ? wrong(`一户最多 ${ROLL.adults} 位成年人`) : adults;
};

/** Phones of the adults beside them, in the same order. */
export const readPhones = (text: string, adults: readonly Adult[]): Read<Adult[]> => {
  const phones = all(partsOf(text.replace(/(\d{11}) (?=[+\d])/g, '$1、')).map(readPhone));
  if ('wrong' in phones) return phones;
  if (phones.value.length > 0 && adults.length === 0) return wrong('有电话，但没有填姓名');
  if (phones.value.length > adults.length)
    return wrong(`有 ${phones.value.length} 个电话，但只有 ${adults.length} 个姓名`);
  return value(adults.map((adult, i) => (phones.value[i] ? { ...adult, phone: phones.value[i] } : adult)));
};
