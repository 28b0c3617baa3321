import { COUNTED } from '@gongzhi/shared/kernel/outcomes';
import { isQuiet, nextLoud } from '@gongzhi/shared/kernel/quiet-hours';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { SENDING, backoffMs, nextDay, type Stop } from '@gongzhi/shared/notices/sending';
import { actAlone } from '../kernel/act-alone';
import { commit, type EventDraft, type Write } from '../kernel/commit';
import type { SendItem } from './model';
import { sendChunk, type Ended, type Sending } from './send-chunk';

/** A run goes on from chunk to chunk for so long; then the stream brings the job again. */
const BUDGET_MS = 30_000;
/** Our own fault is looked at again after so long. */
const HELD_MS = 60 * MINUTE;

const figuresOf = (job: SendItem) => Object.fromEntries(COUNTED.map((name) => [name, job[name]]));

/** The end of a sending and its event, at once and only once. */
const say = (sending: Sending, job: SendItem, writes: Write[], draft: Pick<EventDraft, 'type' | 'data'>) => {
  const key = `${draft.type}|${job.sendId}`;
  const ctx = actAlone(sending.ledger, job.communityId, key, sending.clock());
  return commit(ctx, writes, { ...draft, subject: job.noticeId }, { noticeId: job.noticeId });
};

/** Tells once that the sending is over: somebody makes the list of those not reached. */
export const sayOver = async (sending: Sending, job: SendItem, writes: Write[] = []): Promise<void> => {
  const stopped = job.state === 'stopped' || writes.length === 0;
  const data = { noticeId: job.noticeId, told: job.told, ...figuresOf(job), ...(stopped ? { stopped } : {}) };
  await say(sending, job, writes, { type: 'notices.sent-out', data });
};

const end = async (sending: Sending, job: SendItem): Promise<void> => {
  const settleAt = job.unclear > 0 ? new Date(sending.clock().getTime() + SENDING.settleMs) : undefined;
  const write = sending.sends.overWrite(job, settleAt);
  if (job.announced) await sayOver(sending, job, [write]);
  else await sending.sends.finish(write);
};

/** 47003, 45168: nobody else is sent to; the author is told why, and what can be done for those not reached begins. */
const stop = async (sending: Sending, job: SendItem, why: Stop, field: string): Promise<void> => {
  const settleAt = new Date(sending.clock().getTime() + SENDING.settleMs);
  const write = sending.sends.stopWrite(job, why, field, settleAt);
  const { noticeId } = job;
  await say(sending, job, [write], {
    type: 'notices.stopped',
    data: { announcementId: noticeId, noticeId, why, field },
  });
  if (job.announced) await sayOver(sending, job);
};

const sleep = (sending: Sending, job: SendItem, wake: Date, held = false) =>
  sending.sends.sleep(job, wake, { fails: job.fails + 1, state: held ? 'held' : 'sending' });

const interrupted = async (sending: Sending, job: SendItem, ended: Exclude<Ended, { done: string }>): Promise<void> => {
  const now = sending.clock();
  if (ended.is === 'stop') return stop(sending, job, ended.why, ended.field ?? '');
  if (ended.is === 'held') {
    await sleep(sending, job, new Date(now.getTime() + HELD_MS), true);
    return sending.raiseAlarm({ sendId: job.sendId, errcode: ended.errcode });
  }
  await sleep(sending, job, ended.is === 'tomorrow' ? nextDay(now) : new Date(now.getTime() + backoffMs(job.fails)));
};

/** One step of a job; whether there may be another at once. */
const step = async (sending: Sending, job: SendItem): Promise<boolean> => {
  const now = sending.clock();
  if (job.next >= job.chunks) {
    await end(sending, job);
    return false;
  }
  if (!job.override && isQuiet(now)) {
    await sending.sends.sleep(job, nextLoud(now), { fails: 0, state: 'sending' });
    return false;
  }
  const ended = await sendChunk(sending, job);
  if ('done' in ended) return sending.sends.advance(job, ended.done);
  await interrupted(sending, job, ended);
  return false;
};

const isAwake = ({ state, wake = '' }: SendItem, now: Date) =>
  (state === 'sending' || state === 'held') && wake <= now.toISOString();

/**
 * Carries a sending on from chunk to chunk, as long as a run may last. Killed anywhere it goes on where it stood; run twice
 * it does nothing twice.
 */
export const carryOn = async (sending: Sending, sendId: string): Promise<void> => {
  const until = performance.now() + BUDGET_MS;
  for (let more = true; more && performance.now() < until;) {
    const job = await sending.sends.job(sendId);
    if (!job || !isAwake(job, sending.clock())) return;
    more = await step(sending, job);
  }
};
