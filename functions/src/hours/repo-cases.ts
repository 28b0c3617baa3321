import type { Case } from '@gongzhi/shared/hours/case-model';
import type { CaseState } from '@gongzhi/shared/hours/model';
import type { Write } from '../kernel/commit';
import { caseKey } from '../kernel/hour-lines';
import type { Key, Pages } from '../kernel/pages';

export type CaseItem = Omit<Case, 'caseId'> & Key & { organiserId?: string };

const openPk = (communityId: string) => `${communityId}#open`;
const ownPk = (communityId: string, volunteerId: string) => `${communityId}#of#${volunteerId}`;
const organisedPk = (communityId: string, organiserId: string) => `${communityId}#by#${organiserId}`;

export const caseOf = ({ pk: _pk, sk: caseId, organiserId: _o, ...item }: CaseItem): Case => {
  const { dpk: _dpk, dsk: _dsk, opk: _opk, osk: _osk, ppk: _ppk, psk: _psk, ...rest } = item as Record<string, unknown>;
  return { caseId, ...rest } as Case;
};

const LISTS = {
  open: { index: 'byDue', by: ['dpk', 'dsk'], newestFirst: false },
  organised: { index: 'byOrganiser', by: ['ppk', 'psk'], newestFirst: false },
  own: { index: 'byVolunteer', by: ['opk', 'osk'], newestFirst: true },
} as const;

export const repoCases = ({ table: TableName, get, getAll, page }: Pages) => {
  const named = async (communityId: string, ids: readonly string[]): Promise<CaseItem[]> => {
    const keys = ids.map((id) => caseKey(communityId, id));
    const lookup = await getAll(keys, { consistent: false });
    return keys.map((key) => lookup<CaseItem>(key)).filter((item) => item !== undefined);
  };
  const list = async (kind: keyof typeof LISTS, pk: string, cursor: string | undefined) => {
    const { items, next } = await page<Key>({ ...LISTS[kind], pk, cursor });
    const cases = await named(
      items[0]?.pk.split('#')[0] ?? '',
      items.map(({ sk }) => sk),
    );
    return { items: cases.map(caseOf), next };
  };
  return {
    read: (communityId: string, caseId: string) => get<CaseItem>(caseKey(communityId, caseId)),
    /** How some cases stand, by id. */
    states: async (communityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, CaseState>> =>
      new Map((await named(communityId, ids)).map(({ sk, state }) => [sk, state])),
    open: (communityId: string, cursor?: string) => list('open', openPk(communityId), cursor),
    organised: (communityId: string, organiserId: string, cursor?: string) =>
      list('organised', organisedPk(communityId, organiserId), cursor),
    own: (communityId: string, volunteerId: string, cursor?: string) =>
      list('own', ownPk(communityId, volunteerId), cursor),
    raiseWrite: (communityId: string, { caseId, ...one }: Case, organiserId: string | undefined): Write => {
      const due = `${one.dueAt}#${caseId}`;
      const Item = {
        ...caseKey(communityId, caseId),
        ...one,
        ...{ dpk: openPk(communityId), dsk: due },
        ...{ opk: ownPk(communityId, one.volunteerId), osk: `${one.raisedAt}#${caseId}` },
        ...(organiserId ? { organiserId, ppk: organisedPk(communityId, organiserId), psk: due } : {}),
      };
      return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }, lost: 'RAISED' };
    },
    /** The answer, once; the case leaves the lists of what is open. */
    answerWrite: (
      communityId: string,
      caseId: string,
      { state, answer, answeredAt, answeredBy }: Required<Pick<Case, 'state' | 'answer' | 'answeredAt' | 'answeredBy'>>,
    ): Write => ({
      Update: {
        TableName,
        Key: caseKey(communityId, caseId),
        UpdateExpression:
          'SET #state = :state, answer = :answer, answeredAt = :at, answeredBy = :by REMOVE dpk, dsk, ppk, psk',
        ConditionExpression: '#state = :open',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':open': 'open',
          ':state': state,
          ':answer': answer,
          ':at': answeredAt,
          ':by': answeredBy,
        },
      },
      lost: 'ANSWERED',
    }),
  };
};
