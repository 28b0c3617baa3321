export interface Template {
  id: string;
  /** Field keys, whose letters are the type: `thing1`, `time2`. */
  fields: readonly string[];
  /** One accept = one send; a long-term one is not spent. */
  kind: 'once' | 'long';
}

const length = (max: number) => (value: string) => [...value].length <= max;
const shape = (pattern: RegExp) => (value: string) => pattern.test(value);
const DATE = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})`;
const CLOCK = String.raw`\d{1,2}:\d{2}(:\d{2})?`;
const MOMENT = `(${DATE}( ${CLOCK})?|${CLOCK})`;

/** Formats of the fields of subscribe messages, by type (page of subscribeMessage.send, read 2026-11-23). */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: length(20),
  number: shape(/^-?\d{1,32}(\.\d{1,32})?$/),
  letter: shape(/^[A-Za-z]{1,32}$/),
  symbol: length(5),
  character_string: shape(/^[\x20-\x7e]{1,32}$/),
  time: shape(new RegExp(`^${MOMENT}(~${MOMENT})?$`)),
  date: shape(new RegExp(`^${DATE}( ${CLOCK})?(~${DATE}( ${CLOCK})?)?$`)),
  amount: shape(/^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/),
  phone_number: shape(/^[\d+\-() ]{1,17}$/),
  car_number: length(8),
  name: (value) => (/\p{Script=Han}/u.test(value) ? length(10)(value) : length(20)(value)),
  phrase: shape(/^\p{Script=Han}{1,5}$/u),
  enum: length(20),
};

const CONTROL = /\p{Cc}/u;

/** True when the value of a field keeps the format its key stands for: not empty, no line break, of the right shape. */
export const fits = (field: string, value: unknown): boolean => {
  if (typeof value !== 'string' || value === '' || CONTROL.test(value)) return false;
  return RULES[field.replace(/\d+$/, '')]?.(value) ?? false;
};
