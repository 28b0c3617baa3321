import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { atHour, hourInChina } from '@gongzhi/shared/kernel/quiet-hours';
import { DAY } from '@gongzhi/shared/kernel/time';
import { DIGEST_HOURS } from '@gongzhi/shared/kernel/topics';
import { readEnv } from '../kernel/env';
import { sayOver } from './carry-on';
import { buildSending } from './build-sending';
import type { SendItem } from './model';
import type { Sending } from './send-chunk';
import { settleUnclear } from './settle-unclear';

const isSend = (pk: string) => pk.startsWith('send#');

/** Whoever of a sending that is over is still unclear stays uncertain; that it is over is said again, for a stopped one may have been killed before. */
const settle = async (sending: Sending, job: SendItem): Promise<void> => {
  if (job.announced) await sayOver(sending, job);
  await settleUnclear(sending, job);
};

const wakeOne = async (sending: Sending, key: { pk: string; sk: string }, now: Date): Promise<void> => {
  const job = isSend(key.pk) ? await sending.sends.job(key.pk.slice('send#'.length)) : undefined;
  if (job?.settleAt && job.settleAt <= now.toISOString()) await settle(sending, job);
  else await sending.sends.nudge(key, now);
};

/** Digests of this hour begin, once a day each: a run that is late within the hour begins them too. */
const beginDigests = async ({ repo }: Sending, now: Date): Promise<void> => {
  const hour = DIGEST_HOURS.find((one) => one === hourInChina(now));
  if (hour === undefined) return;
  const day = dayInChina(now);
  const at = atHour(day, hour).toISOString();
  const sendId = `digest-${day}-${hour}`;
  const plan = { template: 'notice', topic: 'digest', at, page: 'notices/inbox/index' } as const;
  const says = { kind: '每日汇总', time: at, note: '请点开查看' };
  await repo.sends.begin({ ...plan, sendId, noticeId: sendId, communityId: '', says }, now);
  const since = new Date(Date.parse(at) - DAY).toISOString();
  const job = { type: 'notices.digest', communityId: '', proposalId: String(hour), title: '', at, data: {} };
  await repo.jobs.begin({ ...job, eventId: sendId, actor: '', also: [], digest: { hour, since }, sendId }, now);
};

/**
 * Wakes what is due and revives what stands still; begins the digests of the hour. May run late or twice. One that fails does
 * not keep the others waiting; the run then fails, so that somebody hears of it.
 */
export const keepTime = (sending: Sending) => async (): Promise<number> => {
  const now = sending.clock();
  const due = await sending.sends.due(now);
  const done = await Promise.allSettled([beginDigests(sending, now), ...due.map((key) => wakeOne(sending, key, now))]);
  const failures = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} could not be woken`);
  return due.length;
};

const ENV = [
  ...(['TABLE_NOTICES', 'TABLE_IDENTITY', 'TABLE_LEDGER', 'WECHAT_BASE_URL', 'SUBSCRIBE_TEMPLATES'] as const),
  ...(['SECRET_WECHAT', 'SECRET_OPENID'] as const),
];
let ready: Promise<ReturnType<typeof keepTime>> | undefined;
export const handler = async (): Promise<number> => {
  ready ??= buildSending(readEnv(ENV)).then(keepTime);
  ready.catch(() => (ready = undefined));
  return (await ready)();
};
