import { refuse, type Refusal } from './refusals';

/** What the content check said of a text, or that it could not be asked. `label`: WeChat's number of what it found. */
export type Check = { suggest: 'pass' | 'review' | 'risky'; label: number } | 'unavailable';

/** Label of a text that no machine has looked at. */
export const UNCHECKED = 0;

interface Label {
  /** What a person reads: the author when a text is refused, the worker when it waits. */
  says: string;
  /** True for what people speak of when they speak of their common affairs: never refused by a machine alone. */
  civic?: true;
}

/**
 * Labels of WeChat's msg_sec_check version 2 (developers.weixin.qq.com, api_msgseccheck, read 2026-11-23). 10001, 20003,
 * 20008, 20012 and 20013 are answered in practice; the pages name 100, 20001, 20002, 20006 and 21000.
 */
export const TEXT_LABELS: Readonly<Record<number, Label>> = {
  [UNCHECKED]: { says: '还没有检查' },
  100: { says: '未见问题' },
  10001: { says: '疑似广告' },
  20001: { says: '涉及时政', civic: true },
  20002: { says: '疑似色情内容' },
  20003: { says: '疑似辱骂他人' },
  20006: { says: '疑似违法犯罪内容' },
  20008: { says: '疑似欺诈' },
  20012: { says: '疑似低俗内容' },
  20013: { says: '疑似侵犯版权' },
  21000: { says: '疑似其他不当内容' },
};

/** A label in words. */
export const labelInWords = (label: number): string => TEXT_LABELS[label]?.says ?? '疑似其他不当内容';

/** What becomes of a text: read by everyone, or waiting for a worker with the label that brought it there. */
export type Verdict = { state: 'published' } | { state: 'waiting'; label: number };

const risky = (label: number, askReview: boolean): Verdict | Refusal<'TEXT_RISKY'> =>
  askReview || TEXT_LABELS[label]?.civic
    ? { state: 'waiting', label }
    : refuse('TEXT_RISKY', { reason: labelInWords(label) });

/**
 * What follows from the content check. pass → published; review → a worker decides; risky → refused with the reason in
 * words, except where the label is civic or the author asks for a person's judgement (`askReview`): then a worker
 * decides. When the check could not be asked the text waits, so nothing is lost and nothing unseen is published.
 */
export const verdictOn = (check: Check, askReview = false): Verdict | Refusal<'TEXT_RISKY'> => {
  if (check === 'unavailable') return { state: 'waiting', label: UNCHECKED };
  if (check.suggest === 'pass') return { state: 'published' };
  return check.suggest === 'review' ? { state: 'waiting', label: check.label } : risky(check.label, askReview);
};
