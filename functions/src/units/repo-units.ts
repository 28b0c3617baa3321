import type { Agreement, AgreementPlan, Over, Unit, UnitProfile, UnitThanks } from '@gongzhi/shared/units/model';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { unitKey } from '../kernel/units';

export interface UnitRef {
  communityId: string;
  unitId: string;
}
export interface UnitItem extends UnitProfile, Key {
  /** Who speaks for it, as the directory’s events told; a set of ids. */
  contactIds?: Set<string>;
  closed?: Over;
}
type AgreementItem = Omit<Agreement, 'agreementId'> & Key;
type ThanksItem = Omit<UnitThanks, 'thanksId'> & Key;

const agreementsPk = ({ communityId, unitId }: UnitRef) => `${communityId}#u#${unitId}`;
const thanksPk = ({ communityId, unitId }: UnitRef) => `${communityId}#t#${unitId}`;

/** A unit as everybody sees it: how many speak for it, and not who. */
export const showUnit = ({ sk: unitId, name, kind, where, address, about, contactIds, closed }: UnitItem): Unit => ({
  ...{ unitId, name, kind, where, contacts: closed ? 0 : (contactIds?.size ?? 0) },
  ...(closed ? { closed } : {}),
  ...(address ? { address } : {}),
  ...(about ? { about } : {}),
});

export const repoUnits = ({ table: TableName, get, page }: Pages) => ({
  read: ({ communityId, unitId }: UnitRef) => get<UnitItem>(unitKey(communityId, unitId)),
  list: (communityId: string, cursor: string | undefined) =>
    page<UnitItem>({ pk: unitKey(communityId, '').pk, newestFirst: true, cursor }),
  addWrite: ({ communityId, unitId }: UnitRef, profile: UnitProfile): Write => ({
    Put: { TableName, Item: { ...profile, ...unitKey(communityId, unitId) } },
  }),
  /** What is said of it anew; who speaks for it stays. */
  changeWrite: ({ communityId, unitId }: UnitRef, profile: UnitProfile): Write => {
    const { name, kind, where, address, about } = profile;
    const gone = [...(address ? [] : ['#address']), ...(about ? [] : ['#about'])];
    const set = ['#name = :name', '#kind = :kind', '#where = :where'];
    const more = [...(address ? ['#address = :address'] : []), ...(about ? ['#about = :about'] : [])];
    return changeItem(TableName, unitKey(communityId, unitId), {
      to: `SET ${[...set, ...more].join(', ')}${gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''}`,
      when: 'attribute_exists(#pk) AND attribute_not_exists(#closed)',
      lost: 'CLOSED',
      values: { ':name': name, ':kind': kind, ':where': where, ':address': address, ':about': about },
    });
  },
  closeWrite: ({ communityId, unitId }: UnitRef, closed: Over): Write =>
    changeItem(TableName, unitKey(communityId, unitId), {
      to: 'SET #closed = :closed',
      when: 'attribute_exists(#pk) AND attribute_not_exists(#closed)',
      lost: 'CLOSED',
      values: { ':closed': closed },
    }),
  /** Still takes part while something of it is written. */
  openCheck: ({ communityId, unitId }: UnitRef): Write => ({
    ConditionCheck: {
      TableName,
      Key: unitKey(communityId, unitId),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(closed)',
    },
    lost: 'CLOSED',
  }),
  agreement: (unit: UnitRef, sk: string) => get<AgreementItem>({ pk: agreementsPk(unit), sk }),
  withdrawWrite: (unit: UnitRef, sk: string, withdrawn: Over): Write =>
    changeItem(
      TableName,
      { pk: agreementsPk(unit), sk },
      {
        to: 'SET #withdrawn = :withdrawn',
        when: 'attribute_exists(#pk) AND attribute_not_exists(#withdrawn)',
        lost: 'DONE',
        values: { ':withdrawn': withdrawn },
      },
    ),
  agreements: async (unit: UnitRef, cursor: string | undefined) => {
    const { items, next } = await page<AgreementItem>({ pk: agreementsPk(unit), newestFirst: true, cursor });
    return { items: items.map(({ pk: _, sk, ...rest }): Agreement => ({ agreementId: sk, ...rest })), next };
  },
  agreeWrite: (unit: UnitRef, sk: string, plan: AgreementPlan & { at: string }): Write => ({
    Put: { TableName, Item: { ...plan, pk: agreementsPk(unit), sk } },
  }),
  thanks: async (unit: UnitRef, cursor: string | undefined) => {
    const { items, next } = await page<ThanksItem>({ pk: thanksPk(unit), newestFirst: true, cursor });
    return { items: items.map(({ pk: _, sk: thanksId, ...rest }): UnitThanks => ({ thanksId, ...rest })), next };
  },
  thank: (unit: UnitRef, sk: string) => get<ThanksItem>({ pk: thanksPk(unit), sk }),
  /** The words go for good. */
  removeWrite: (unit: UnitRef, sk: string, removed: Over): Write =>
    changeItem(
      TableName,
      { pk: thanksPk(unit), sk },
      {
        to: 'SET #removed = :removed REMOVE #words',
        when: 'attribute_exists(#pk) AND attribute_not_exists(#removed)',
        lost: 'DONE',
        values: { ':removed': removed },
      },
    ),
  thankWrite: (unit: UnitRef, sk: string, words: string, at: string): Write => ({
    Put: { TableName, Item: { pk: thanksPk(unit), sk, words, at } },
  }),
});
