import type { NeedPlan, NeedState } from '@gongzhi/shared/projects/model';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { listBy } from './list-by';

export interface NeedItem extends NeedPlan, Key {
  by: 'community' | 'resident';
  authorId: string;
  at: string;
  state: NeedState;
  reason?: string;
  projectId?: string;
}
const needKey = (communityId: string, needId: string) => ({ pk: `${communityId}#needs`, sk: needId });
const shownPk = (communityId: string) => `${communityId}#needs#shown`;
const waitingPk = (communityId: string) => `${communityId}#needs#waiting`;
const authorPk = (communityId: string, personId: string) => `${communityId}#by#${personId}`;

interface Move {
  to: NeedState;
  at: string;
  reason?: string | undefined;
  projectId?: string | undefined;
}
/** In which list a need stands after a move: published ones in one, and none of what was taken back. */
const LISTED: Readonly<Partial<Record<NeedState, true>>> = { open: true, taken: true, done: true };

export const repoNeeds = (pages: Pages) => {
  const { table: TableName, get } = pages;
  const list = listBy(pages);
  return {
    read: (communityId: string, needId: string) => get<NeedItem>(needKey(communityId, needId)),
    shown: (communityId: string, cursor: string | undefined) =>
      list<NeedItem>({ index: 'byList', pk: shownPk(communityId), newestFirst: true, cursor }),
    waiting: (communityId: string, cursor: string | undefined) =>
      list<NeedItem>({ index: 'byList', pk: waitingPk(communityId), newestFirst: false, cursor }),
    of: (communityId: string, personId: string, cursor: string | undefined) =>
      list<NeedItem>({ index: 'byOwner', pk: authorPk(communityId, personId), newestFirst: true, cursor }),
    postWrite: (communityId: string, { sk, ...need }: Omit<NeedItem, 'pk'>): Write => ({
      Put: {
        TableName,
        Item: {
          ...need,
          ...needKey(communityId, sk),
          ...{ gpk: need.state === 'open' ? shownPk(communityId) : waitingPk(communityId), gsk: `${need.at}#${sk}` },
          ...{ hpk: authorPk(communityId, need.authorId), hsk: sk },
        },
      },
    }),
    /** On from the state it was read in, once. */
    moveWrite: (communityId: string, need: NeedItem, { to, at, reason, projectId }: Move): Write => {
      const published = need.state === 'waiting' && to === 'open';
      const gone = [...(LISTED[to] ? [] : ['#gpk', '#gsk']), ...(to === 'open' ? ['#projectId'] : [])];
      const set = [
        '#state = :to',
        ...(published ? ['#gpk = :shown', '#gsk = :place'] : []),
        ...(reason === undefined ? [] : ['#reason = :reason']),
        ...(projectId === undefined ? [] : ['#projectId = :project']),
      ];
      return changeItem(TableName, needKey(communityId, need.sk), {
        to: `SET ${set.join(', ')}${gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''}`,
        when: '#state = :from',
        lost: 'NEED',
        values: {
          ...{ ':to': to, ':from': need.state, ':shown': shownPk(communityId), ':place': `${at}#${need.sk}` },
          ...{ ':reason': reason, ':project': projectId },
        },
      });
    },
  };
};
