import { isCurrent, mayRead } from '@gongzhi/shared/announcements/rules';
import { ANNOUNCING } from '@gongzhi/shared/announcements/rule-sets';
import type { Posted, Words } from '@gongzhi/shared/announcements/model';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { handOut } from './hand-out';
import { picturesOf } from './pictures-of';
import type { Deps, Handle } from './repo';
import { shownOf } from './show-head';

export const readAnnouncement: Handle<'readAnnouncement'> = async (ids, { repo, caller }) => {
  const head = await repo.heads.read(ids);
  const staff = caller.roles.includes('worker') || caller.roles.includes('supervisor');
  if (!head || !mayRead(head, { personId: caller.personId, staff })) return refuse('NOT_FOUND');
  return shownOf(head, await repo.texts.versions(ids)) ?? refuse('NOT_FOUND');
};

interface Asked {
  communityId: string;
  cursor?: string | undefined;
  now: Date;
}
/** As long ago as anything on the board may have been published. */
const oldest = (now: Date) =>
  new Date(now.getTime() - 86_400_000 * (ANNOUNCING.boardDays.value + ANNOUNCING.mostDaysAhead.value)).toISOString();

/** A page of what is on the board now, whole; each is read as it stands, so that what was withdrawn or is over is not among it. */
export const readPosted = async (
  { repo, files }: Pick<Deps, 'repo' | 'files'>,
  { communityId, cursor, now }: Asked,
) => {
  const { items, next } = await repo.texts.board(communityId, { after: oldest(now), cursor });
  const heads = await repo.heads.some(
    communityId,
    items.map(({ announcementId }) => announcementId),
  );
  const current = heads.filter((head) => head.state === 'published' && isCurrent(head, now));
  const textOf = await repo.texts.current(
    communityId,
    current.map(({ sk, version }) => ({ announcementId: sk, version })),
  );
  const handed = ({ files: some = [] }: Words) =>
    some.length > 0 ? { files: some, fetched: handOut(communityId, some, { files, now }).files } : {};
  const posted = current.flatMap(({ sk, title, kind, at, place, when, until, version }): Posted[] => {
    const text = textOf({ announcementId: sk, version });
    if (!text) return [];
    const more = { ...(place ? { place } : {}), ...(when ? { when } : {}), ...(until ? { until } : {}) };
    return [
      {
        announcementId: sk,
        title,
        kind,
        at,
        body: text.words.body,
        corrected: version > 1,
        ...more,
        ...handed(text.words),
      },
    ];
  });
  return { items: posted, next };
};

export const readBoard: Handle<'readBoard'> = async ({ communityId, cursor }, { repo, files, communities, now }) => {
  const name = await communities.nameOf(streetOf(communityId), communityId);
  if (!name) return refuse('NOT_FOUND');
  return { ...(await readPosted({ repo, files }, { communityId, cursor, now })), name };
};

/** Drawn anew each time; what draws it, and its font, are loaded only here. */
export const printBoard: Handle<'printBoard'> = async ({ communityId }, ctx) => {
  const { communities, now, webOrigin } = ctx;
  const name = await communities.nameOf(streetOf(communityId), communityId);
  if (!name) return refuse('NOT_FOUND');
  const { items: all } = await readPosted(ctx, { communityId, now });
  const items = all.slice(0, ANNOUNCING.mostPrinted.value);
  const pictures = await picturesOf(communityId, items, ctx);
  const { drawBoard } = await import('./draw-board');
  const url = `${webOrigin}/#/announcements/board/index?communityId=${communityId}`;
  const pdf = await drawBoard({ name, url, items, pictures, now });
  return { fileName: `公告-${name}.pdf`, mediaType: 'application/pdf', base64: pdf.toString('base64') };
};
