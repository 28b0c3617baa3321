import type { Unit, UnitProfile } from '@gongzhi/shared/units/model';

/** What is being written of a unit. */
export interface Draft {
  name: string;
  kind: UnitProfile['kind'];
  where: UnitProfile['where'];
  address: string;
  about: string;
}
export const EMPTY: Draft = { name: '', kind: 'company', where: 'here', address: '', about: '' };

export const draftOf = ({ name, kind, where, address = '', about = '' }: Unit): Draft => ({
  ...{ name, kind, where, address, about },
});
/** What is sent: what was left empty is not there. */
export const profileOf = ({ name, kind, where, address, about }: Draft): UnitProfile => ({
  ...{ name, kind, where },
  ...(address.trim() ? { address } : {}),
  ...(about.trim() ? { about } : {}),
});
export const missingWords = ({ name }: Draft): string | undefined =>
  name.trim() === '' ? '请填写单位名称。' : undefined;
