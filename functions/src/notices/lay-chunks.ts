import { nextLoud } from '@gongzhi/shared/kernel/quiet-hours';
import { SENDING } from '@gongzhi/shared/notices/sending';
import type { Telling } from './page-of';
import type { Job } from './repo-jobs';

/** Who of a page is sent to, and in how many chunks. */
interface Laid {
  people: number;
  chunks: number;
}
type Laying = Pick<Telling, 'repo' | 'clock'>;

/**
 * Lays those of a page who are sent to over WeChat in chunks, each one write unit; a page that is told again lays them again.
 * `numbers`: of how many notices each is told. Nothing for a fan-out that only tells in the app.
 */
export const layChunks = async (
  { repo, clock = () => new Date() }: Laying,
  { sendId, chunks: before = 0 }: Job,
  people: readonly string[],
  numbers?: readonly number[],
): Promise<Laid> => {
  if (!sendId) return { people: 0, chunks: 0 };
  const chunks = Math.ceil(people.length / SENDING.chunk);
  for (let i = 0; i < chunks; i += 1) {
    const part = [i * SENDING.chunk, (i + 1) * SENDING.chunk] as const;
    const some = { people: people.slice(...part), ...(numbers ? { numbers: numbers.slice(...part) } : {}) };
    await repo.sends.putChunk(sendId, before + i, some, clock());
  }
  return { people: people.length, chunks };
};

/** The same for a digest: whoever has unread notices is told their number, and nothing comes into the inbox. */
export const layDigest = async (laying: Laying, job: Job, people: readonly string[]): Promise<Laid> => {
  const since = job.digest?.since ?? '';
  const { inbox } = laying.repo;
  const counted = await Promise.all(
    people.map(async (id) => {
      const mark = (await inbox.mark(id)) ?? '';
      return { id, n: await inbox.unread(id, mark > since ? mark : since) };
    }),
  );
  const some = counted.filter(({ n }) => n > 0);
  return layChunks(
    ...([laying, job, some.map(({ id }) => id)] as const),
    some.map(({ n }) => n),
  );
};

/** Everybody was told: what is sent over WeChat begins, or waits for the morning. */
export const beginSending = async ({ repo, clock = () => new Date() }: Laying, job: Job, last: Laid): Promise<void> => {
  if (!job.sendId) return;
  const send = await repo.sends.job(job.sendId);
  const now = clock();
  const figures = { told: (job.people ?? 0) + last.people, chunks: (job.chunks ?? 0) + last.chunks };
  await repo.sends.ready(job.sendId, figures, send?.override ? now : nextLoud(now));
};
