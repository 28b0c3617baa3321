import * as z from 'zod/mini';

type Issue = z.core.$ZodRawIssue;

const size = (issue: Issue & { origin?: string }) =>
  issue.origin === 'string' ? ' 个字' : issue.origin === 'array' ? ' 项' : '';

const SAYS: Record<string, (issue: never) => string> = {
  invalid_type: (i: Issue) => (i.input === undefined ? '此项必填' : '此项的格式不对'),
  too_small: (i: Issue & { origin?: string; minimum: number; inclusive?: boolean }) =>
    i.origin === 'string' && i.minimum === 1
      ? '此项不能为空'
      : `${i.inclusive === false ? '必须大于' : '不能少于'} ${i.minimum}${size(i)}`,
  too_big: (i: Issue & { maximum: number; inclusive?: boolean }) =>
    `${i.inclusive === false ? '必须小于' : '不能超过'} ${i.maximum}${size(i)}`,
  invalid_format: () => '此项的格式不对',
  invalid_value: () => '请从列出的选项中选择',
  unrecognized_keys: (i: Issue & { keys: string[] }) => `不认识的字段：${i.keys.join('、')}`,
};

/** What an issue says to a person. Field shapes may give a better sentence of their own (fields.ts). */
export const sentence = (issue: Issue): string => SAYS[issue.code]?.(issue as never) ?? '此项填写不正确';

// WeChat forbids `new Function`: this must run before any schema is made, so every kernel file that makes one imports it.
z.config({ jitless: true, localeError: sentence });
