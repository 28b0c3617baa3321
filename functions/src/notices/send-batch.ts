import { messageOf } from '@gongzhi/shared/kernel/templates';
import type { Outcome } from '@gongzhi/shared/kernel/outcomes';
import type { Verdict } from '@gongzhi/shared/notices/sending';
import { claimText } from './model';
import type { Chance } from './look-at-chunk';
import { moveOutcome } from './move-outcome';
import type { SendItem } from './model';
import type { Chunk } from './repo-sends';
import type { Whose } from './repo-subscriptions';
import type { Sending } from './send-chunk';

/** A place of a chunk whose message can be sent. */
export interface Sendable {
  place: number;
  chance: Exclude<Chance, { outcome: Outcome } | { wait: true }>;
}
/** What became of some of a chunk: outcomes by place, and verdicts that concern all that follow. */
export interface Batch {
  outcomes: Map<number, Outcome>;
  verdicts: Verdict[];
}

const digestWords = (numbers: number[] | undefined, place: number): Record<string, string> => {
  const number = numbers?.[place];
  return number === undefined ? {} : { title: `您有 ${number} 条新通知` };
};

const letterFor = (sending: Sending, job: SendItem, chunk: Chunk, place: number) => {
  const configured = sending.templates[job.template];
  const says = { ...job.says, ...digestWords(chunk.numbers, place) };
  return {
    personId: chunk.people[place] ?? '',
    templateId: configured?.id ?? '',
    data: messageOf(job.template, says, { at: job.at, configured }),
    page: job.page,
  };
};

/** A place of a balance that was taken for a message; `left`: how many there are besides. */
interface Claimed {
  of: Whose;
  claim: string;
  left: number;
}
/** Puts a claimed place right after what WeChat said; its outcome, or nothing when it is to be tried again. */
const settle = async ({ repo: { subscriptions } }: Sending, { of, claim, left }: Claimed, verdict: Verdict) => {
  if (verdict.is === 'delivered' || verdict.is === 'unclear') return verdict.is;
  if (verdict.is === 'notSubscribed') await subscriptions.spent(of, claim, left);
  else await subscriptions.giveBack(of, claim);
  return verdict.is === 'notSubscribed' || verdict.is === 'refused' ? verdict.is : undefined;
};

const sendOne = async (sending: Sending, job: SendItem, chunk: Chunk, { place, chance }: Sendable) => {
  const personId = chunk.people[place] ?? '';
  const of: Whose = { personId, kind: job.template, type: sending.templates[job.template]?.type ?? 'once' };
  if ('settle' in chance) {
    const to = chance.said === undefined ? 'unclear' : chance.said === 0 ? 'delivered' : 'refused';
    await moveOutcome(sending, { of: chance.settle, personId, from: 'waiting', to });
  }
  const claim = claimText({ sendId: job.sendId, chunk: job.next, at: sending.clock().toISOString() });
  const left = await sending.repo.subscriptions.claim(of, claim, chance.seen);
  if (left === undefined) return { place, verdict: { is: 'later' } as const, outcome: undefined };
  const verdict = await sending.call(letterFor(sending, job, chunk, place));
  return { place, verdict, outcome: await settle(sending, { of, claim, left }, verdict) };
};

/** Sends some messages at once: each is claimed before its call, and its place is put right after it. */
export const sendBatch = async (
  sending: Sending,
  job: SendItem,
  chunk: Chunk,
  some: readonly Sendable[],
): Promise<Batch> => {
  const done = await Promise.allSettled(some.map((one) => sendOne(sending, job, chunk, one)));
  const outcomes = new Map<number, Outcome>();
  const verdicts: Verdict[] = [];
  for (const one of done) {
    if (one.status === 'rejected') throw one.reason;
    verdicts.push(one.value.verdict);
    if (one.value.outcome) outcomes.set(one.value.place, one.value.outcome);
  }
  return { outcomes, verdicts };
};
