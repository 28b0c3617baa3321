import type { Need } from '@gongzhi/shared/announcements/model';
import { rankOf } from '@gongzhi/shared/announcements/rules';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Key } from '../kernel/pages';
import type { InOne } from './repo-heads';

/** Where the rows of call lists stand, what was done with them, and the lists themselves. */
export const rowsPk = ({ communityId, announcementId }: InOne): string => `${communityId}#l#${announcementId}`;
export const rowKey = (ids: InOne, row: string): Key => ({ pk: rowsPk(ids), sk: row });
export const donePk = ({ communityId, announcementId }: InOne): string => `${communityId}#d#${announcementId}`;
export const listPk = (communityId: string): string => `${communityId}#lists`;
export const listSk = (announcementId: string, urgent: boolean): string => `${urgent ? 1 : 0}#${announcementId}`;

interface Placed {
  sk: string;
  needs: readonly Need[];
  absent: number;
  again?: boolean;
}
/** Those who were told what no longer holds come first, those tried in vain last; then by need, then by door. */
export const placeOf = ({ sk, needs, absent, again }: Placed): string =>
  `${again && absent === 0 ? '!' : String(absent).padStart(3, '0')}#${rankOf(needs)}#${sk}`;

const KEPT = 60 * DAY;
export const expiresAt = (now: Date): number => Math.floor((now.getTime() + KEPT) / 1_000);
/** A row in nobody else's hand. */
export const UNTAKEN = 'attribute_exists(#pk) AND (attribute_not_exists(#until) OR #until <= :now OR #by = :me)';
