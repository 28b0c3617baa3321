import type { Agreement, AgreementPlan, Unit, UnitProfile, UnitThanks } from '@gongzhi/shared/units/model';
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
}
type AgreementItem = Omit<Agreement, 'agreementId'> & Key;
type ThanksItem = Omit<UnitThanks, 'thanksId'> & Key;

const agreementsPk = ({ communityId, unitId }: UnitRef) => `${communityId}#u#${unitId}`;
const thanksPk = ({ communityId, unitId }: UnitRef) => `${communityId}#t#${unitId}`;

/** A unit as everybody sees it: how many speak for it, and not who. */
export const showUnit = ({ sk: unitId, name, kind, where, address, about, contactIds }: UnitItem): Unit => ({
  ...{ unitId, name, kind, where, contacts: contactIds?.size ?? 0 },
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
      when: 'attribute_exists(#pk)',
      lost: 'GONE',
      values: { ':name': name, ':kind': kind, ':where': where, ':address': address, ':about': about },
    });
  },
  agreements: async (unit: UnitRef, cursor: string | undefined) => {
    const { items, next } = await page<AgreementItem>({ pk: agreementsPk(unit), newestFirst: true, cursor });
    return { items: items.map(({ pk: _, sk, ...rest }): Agreement => ({ agreementId: sk, ...rest })), next };
  },
  agreeWrite: (unit: UnitRef, sk: string, plan: AgreementPlan & { at: string }): Write => ({
    Put: { TableName, Item: { ...plan, pk: agreementsPk(unit), sk } },
  }),
  thanks: async (unit: UnitRef, cursor: string | undefined) => {
    const { items, next } = await page<ThanksItem>({ pk: thanksPk(unit), newestFirst: true, cursor });
    return { items: items.map(({ sk: thanksId, words, at }): UnitThanks => ({ thanksId, words, at })), next };
  },
  thankWrite: (unit: UnitRef, sk: string, words: string, at: string): Write => ({
    Put: { TableName, Item: { pk: thanksPk(unit), sk, words, at } },
  }),
});
