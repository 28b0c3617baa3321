import { letterOf } from '@gongzhi/shared/kernel/outcomes';
import type { SendItem } from './model';
import { moveOutcome } from './move-outcome';
import type { Chunk } from './repo-sends';
import type { Sending } from './send-chunk';

type Settling = Pick<Sending, 'pages' | 'repo' | 'sends' | 'templates'>;

const settleChunk = async (settling: Settling, job: SendItem, chunk: Chunk): Promise<void> => {
  const type = settling.templates[job.template]?.type ?? 'once';
  const unclear = chunk.people.filter((_, i) => chunk.out[i] === letterOf('unclear'));
  for (const personId of unclear) {
    const of = { personId, kind: job.template, type };
    const also = type === 'once' ? [settling.repo.subscriptions.returnWrite(of, 1)] : [];
    const at = { sendId: job.sendId, chunk: Number(chunk.sk) };
    await moveOutcome(settling, { of: at, personId, from: 'unclear', to: 'uncertain', also });
  }
};

/**
 * Of whom WeChat said nothing for long: uncertain for good, and never sent to again. The place of the balance is free again: if
 * the message did arrive after all, the next one is refused by WeChat (43101) and the balance is put right, whereas a place
 * that is kept back for nothing would be lost to the person.
 */
export const settleUnclear = async (settling: Settling, job: SendItem): Promise<void> => {
  let from: string | undefined;
  do {
    const { items, next } = await settling.sends.chunksFrom(job.sendId, from);
    for (const chunk of items) if (chunk.out.includes(letterOf('unclear'))) await settleChunk(settling, job, chunk);
    from = next;
  } while (from);
  await settling.sends.settled(job);
};
