import type { Handle } from './repo';

export const listAccess: Handle<'listAccess'> = async ({ communityId, cursor }, { repo, caller, people }) => {
  const { items, next } = await repo.readings.list(communityId, caller.personId, cursor);
  const readerOf = (sk: string) => sk.split('#')[1] ?? '';
  const names = await people(communityId, [...new Set(items.map(({ sk }) => readerOf(sk)))]);
  const shown = items.map(({ sk, as, at, times }) => ({
    ...{ day: sk.slice(0, 10), as, at, times },
    what: (sk.split('#')[2] ?? 'branch') as 'branch',
    readerName: names.get(readerOf(sk))?.displayName ?? '（已离开的工作人员）',
  }));
  return { items: shown, next };
};
