import type { Line, Live } from '@gongzhi/shared/meetings/model';
import {
  FEWEST_CONFIRMATIONS,
  mayConfirm,
  mayFreeze,
  mayObject,
  minutesStage,
} from '@gongzhi/shared/meetings/minutes-rules';
import { timeInWords } from '@gongzhi/shared/kernel/time';

/** Lines that were answered: an objection is asked about once. */
export const answered = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.filter(({ kind }) => kind === 'answer' || kind === 'correction').map(({ about }) => about ?? ''));

/** The one thing the reader can do with these minutes now. */
export const stepOf = (live: Live, now: Date): { kind: 'confirm' | 'freeze' | 'write' | 'none'; label?: string } => {
  const { record, mine, status } = live;
  if (status === 'cancelled') return { kind: 'none' };
  if (!record) return { kind: 'write', label: '写书面意见' };
  if (!mayFreeze(record, now)) return { kind: 'freeze', label: '纪要定稿' };
  if (!mayConfirm(record, mine)) return { kind: 'confirm', label: '我确认纪要属实' };
  return mayObject(record, now) ? { kind: 'none' } : { kind: 'write', label: '写书面意见' };
};

type MinutesRecord = NonNullable<Live['record']>;
const stillMissing = (record: MinutesRecord, now: Date): string => {
  const { confirmed, confirmationsNeeded, objectionsUntil } = record;
  if (minutesStage(record, now) === 'unconfirmed')
    return `提异议的时间过了，还没有人确认。至少要有 ${FEWEST_CONFIRMATIONS} 位到会的人确认，纪要才能定稿。`;
  if (minutesStage(record, now) === 'due') return `${confirmed} 人已确认，可以定稿了。`;
  const until = mayObject(record, now) ? '提异议的时间过了。' : `${timeInWords(objectionsUntil)}前可以提异议。`;
  return `${confirmed} 人已确认，满 ${confirmationsNeeded} 人定稿。${until}`;
};

/** How far the minutes are and what they still lack, in words. */
export const recordWords = ({ record }: Live, now: Date): string => {
  if (!record) return '会议还没有结束，纪要正在记。';
  if (record.frozenAt) return `纪要已定稿（${timeInWords(record.frozenAt)}）。定稿以后谁也不能改。`;
  const waits = record.openObjections > 0 ? `有 ${record.openObjections} 条异议等答复。` : '';
  return `${stillMissing(record, now)}${waits}`;
};

/** Whether objections are taken now. */
export const mayObjectTo = ({ record }: Live, now: Date): boolean => record !== undefined && !mayObject(record, now);

const SAID_ABOUT: readonly Line['kind'][] = ['objection', 'answer', 'correction'];

const isOpenObjection = (kind: Line['kind'], isAnswered: boolean) => kind === 'objection' && !isAnswered;

/** What a reader may do about a line: object to what happened, answer an objection, sum up a speech, publish words that wait. */
export const mayDo = (
  { kind, state }: Line,
  { record }: Live,
  reader: { lead: boolean; worker: boolean; answered: boolean },
  now: Date,
): { object: boolean; answer: boolean; summarise: boolean; publish: boolean } => {
  const leads = reader.lead && record?.frozenAt === undefined;
  return {
    object: !mayObject(record, now) && !SAID_ABOUT.includes(kind),
    answer: leads && isOpenObjection(kind, reader.answered),
    summarise: leads && kind === 'speech',
    publish: reader.worker && state === 'waiting',
  };
};

export const HIDDEN_WORDS = { waiting: '（文字正在审核）', refused: '（文字没有公开）', published: '' } as const;
