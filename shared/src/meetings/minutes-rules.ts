import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Line, MinutesState, Status } from './model';
import { MEETING_DEFAULTS } from './rule-sets';
import { fewest } from './rules';

/** Confirmations that freeze the minutes before the time for objections is over: more than half of those who attended. */
export const confirmationsNeeded = (attended: number): number =>
  Math.max(1, fewest(attended, MEETING_DEFAULTS.confirm));

type Record = Pick<MinutesState, 'objectionsUntil' | 'openObjections' | 'confirmed' | 'confirmationsNeeded'> & {
  frozenAt?: string | undefined;
};

/** After the time for objections the minutes still need somebody who was there and says that they are true. */
export const FEWEST_CONFIRMATIONS = 1;

const timeIsUp = ({ objectionsUntil }: Record, now: Date) => now.getTime() >= new Date(objectionsUntil).getTime();

/**
 * `open` to objections; `unconfirmed`: their time is over and nobody who attended has confirmed this version; `due`: nothing
 * stands against freezing them; `frozen`. An objection that was not answered keeps them open.
 */
export const minutesStage = (record: Record, now: Date): 'open' | 'unconfirmed' | 'due' | 'frozen' => {
  if (record.frozenAt) return 'frozen';
  if (record.openObjections > 0) return 'open';
  if (record.confirmed >= record.confirmationsNeeded) return 'due';
  if (!timeIsUp(record, now)) return 'open';
  return record.confirmed >= FEWEST_CONFIRMATIONS ? 'due' : 'unconfirmed';
};

type NoRecord = Refusal<'MEETING_NOT_ENDED'>;
/** Objections are raised from the end of the meeting until their time is over or the minutes are frozen. */
export const mayObject = (
  record: Record | undefined,
  now: Date,
): NoRecord | Refusal<'MINUTES_FROZEN' | 'OBJECTIONS_OVER'> | undefined => {
  if (!record) return refuse('MEETING_NOT_ENDED');
  if (record.frozenAt) return refuse('MINUTES_FROZEN');
  return timeIsUp(record, now) ? refuse('OBJECTIONS_OVER') : undefined;
};

/** Answers come as long as the minutes are not frozen, also after the time for objections. */
export const mayAnswer = (record: Record | undefined): NoRecord | Refusal<'MINUTES_FROZEN'> | undefined =>
  record ? (record.frozenAt ? refuse('MINUTES_FROZEN') : undefined) : refuse('MEETING_NOT_ENDED');

/** Those who attended confirm, once a version, while no objection waits for its answer. */
export const mayConfirm = (
  record: Record | undefined,
  person: { attended: boolean; confirmed: boolean },
): NoRecord | Refusal<'MINUTES_FROZEN' | 'NOT_ATTENDED' | 'ALREADY_DONE' | 'OBJECTIONS_OPEN'> | undefined => {
  const no = mayAnswer(record);
  if (no || !record) return no;
  if (!person.attended) return refuse('NOT_ATTENDED');
  if (person.confirmed) return refuse('ALREADY_DONE');
  return record.openObjections > 0 ? refuse('OBJECTIONS_OPEN', { count: record.openObjections }) : undefined;
};

const NOT_YET = { open: 'FREEZE_EARLY', unconfirmed: 'NOBODY_CONFIRMED' } as const;
export const mayFreeze = (
  record: Record | undefined,
  now: Date,
): NoRecord | Refusal<'MINUTES_FROZEN' | 'OBJECTIONS_OPEN' | 'FREEZE_EARLY' | 'NOBODY_CONFIRMED'> | undefined => {
  const no = mayAnswer(record);
  if (no || !record) return no;
  if (record.openObjections > 0) return refuse('OBJECTIONS_OPEN', { count: record.openObjections });
  const stage = minutesStage(record, now);
  return stage === 'open' || stage === 'unconfirmed' ? refuse(NOT_YET[stage]) : undefined;
};

/** Written opinions are taken from the call until the minutes are closed to objections. */
export const mayWrite = (
  meeting: { status: Status; record?: Record | undefined },
  now: Date,
): Refusal<'MEETING_OVER' | 'MINUTES_FROZEN' | 'OBJECTIONS_OVER'> | undefined => {
  if (meeting.status === 'cancelled') return refuse('MEETING_OVER');
  if (meeting.status !== 'ended' || !meeting.record) return undefined;
  const no = mayObject(meeting.record, now);
  return no as Refusal<'MINUTES_FROZEN' | 'OBJECTIONS_OVER'> | undefined;
};

const FIELDS = [
  'lineId',
  'kind',
  'at',
  'item',
  'present',
  'needed',
  'base',
  'personId',
  'side',
  'seconds',
  'question',
  'outcome',
  'about',
  'text',
] as const satisfies readonly (keyof Line)[];

/** The minutes as text, a line each, fields in a fixed order: what the hash of frozen minutes is taken of. Words that a worker kept back are not in it. */
export const minutesText = (lines: readonly Line[]): string =>
  lines
    .map((line) => {
      const shown = line.state === undefined || line.state === 'published';
      const hands = line.hands ? [line.hands.for, line.hands.against, line.hands.abstain].join('/') : '';
      const fields = FIELDS.map((field) => (field === 'text' && !shown ? '' : (line[field] ?? '')));
      return JSON.stringify([...fields, hands]);
    })
    .join('\n');
