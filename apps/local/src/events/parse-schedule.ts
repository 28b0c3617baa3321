const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE };

/** Whether a moment, cut to its minute, is one the schedule fires at. `since` is when the cloud started. */
export type Schedule = (minute: Date, since: Date) => boolean;

const rate = (count: number, unit: string): Schedule => {
  const every = count * (UNITS[unit.replace(/s$/, '')] ?? Number.NaN);
  return (minute, since) => Math.floor((minute.getTime() - since.getTime()) / MINUTE) % (every / MINUTE) === 0;
};

/** `*`, `?`, `5`, `1,15`, `9-17`, `0/10`, and every tenth (`*` with `/10`): whether a field of a cron expression holds a number. */
const rangeOf = (span: string, isStepped: boolean): [from: number, to: number] => {
  if (span === '*' || span === '?') return [0, Infinity];
  const [from = Number.NaN, to = isStepped ? Infinity : from] = span.split('-').map(Number);
  return [from, to];
};
const partHolds = (part: string, value: number): boolean => {
  const [span = '', step = '1'] = part.split('/');
  const [from, to] = rangeOf(span, part.includes('/'));
  return value >= from && value <= to && (value - from) % Number(step) === 0;
};
const holds = (field: string, value: number): boolean => field.split(',').some((part) => partHolds(part, value));

const NAMES = /[A-Za-z#]|\bL|W/;

const cron = (expression: string): Schedule => {
  const fields = expression.split(/\s+/);
  if (fields.length !== 6 || fields.some((field) => NAMES.test(field)))
    throw new Error(`The local clock does not understand cron(${expression}): numbers only, six fields.`);
  return (minute) => {
    // Sunday is 1 in EventBridge.
    const now = [
      minute.getUTCMinutes(),
      minute.getUTCHours(),
      minute.getUTCDate(),
      minute.getUTCMonth() + 1,
      minute.getUTCDay() + 1,
      minute.getUTCFullYear(),
    ];
    return fields.every((field, i) => holds(field, now[i] ?? 0));
  };
};

/** `rate(1 minute)` or `cron(0 1 * * ? *)` in UTC. @throws for anything else */
export const parseSchedule = (expression: string): Schedule => {
  const [, kind, inside = ''] = /^(rate|cron)\((.+)\)$/.exec(expression) ?? [];
  const [, count, unit = ''] = /^(\d+) (minutes?|hours?|days?)$/.exec(inside) ?? [];
  if (kind === 'rate' && count) return rate(Number(count), unit);
  if (kind === 'cron') return cron(inside);
  throw new Error(`The local clock does not understand the schedule ${expression}.`);
};
