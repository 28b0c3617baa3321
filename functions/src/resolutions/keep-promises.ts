import { NO_ANSWERS } from '@gongzhi/shared/resolutions/rules';
import { actAlone } from '../kernel/act-alone';
import { commit, isLost } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import type { PublishedPromises, ReadPromises } from '../kernel/publications';
import type { Repo } from './repo';

/** What tells of a published answer to a survey: the round is the subject, and its promises are those of one version. */
interface Told {
  id: string;
  scope: string;
  subject: string;
  at: string;
  data: { version: number };
}
type OnePromise = PublishedPromises['doing'][number];

const taskOf = ({ title, owner, listRef, dueAt, estimated }: OnePromise, addedAt: string) => ({
  ...{ title, owner, listRef, state: 'notStarted' as const, addedAt, dueAt, firstDueAt: dueAt, estimated },
  ...{ extensions: 0, reopens: 0, round: 0, answers: NO_ANSWERS },
});

/**
 * Makes a task of each promise, once however often the event comes and wherever it was killed: a task's act is known by its
 * id. They stand under the round as those of a decision stand under its matter, and are moved by the same routes.
 * @throws when the version is not there: the event came with it, so that something is wrong.
 */
export const keepPromises = async (
  { id: eventId, scope: communityId, subject: proposalId, at, data: { version } }: Told,
  { repo, ledger, promises }: { repo: Repo; ledger: Ledger; promises: ReadPromises },
): Promise<void> => {
  const published = await promises(communityId, proposalId, version);
  if (!published) throw new Error('an answer without its promises');
  await repo.resolutions.stand({ communityId, proposalId }, { title: published.title, decidedAt: at, eventId });
  for (const promise of published.doing) {
    const { taskId, what, dueAt, listRef, owner } = promise;
    const writes = [
      repo.resolutions.countTaskWrite({ communityId, proposalId }),
      ...repo.tasks.addWrites({ communityId, proposalId, taskId }, taskOf(promise, at), what),
    ];
    const ctx = actAlone(ledger, communityId, `promise-${taskId}`, new Date(at));
    const by = owner.personId ? { ownerId: owner.personId } : { outside: true };
    const event = { type: 'resolutions.task-added', subject: proposalId, via: 'system' as const };
    const done = await commit(ctx, writes, { ...event, data: { taskId, dueAt, listRef, ...by, promise: true } }, {});
    if (isLost(done)) throw new Error(`a promise that could not become a task: ${done.lost}`);
  }
};
