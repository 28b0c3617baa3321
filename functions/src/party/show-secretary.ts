import type { AsSecretary } from '@gongzhi/shared/party/model';
import type { PartyItem } from '../kernel/party';
import { showUnit } from './show-unit';

/** What the secretary of a member's branch is given. */
export const showSecretary = (one: PartyItem, now: Date): AsSecretary => ({
  ...showUnit(one, now),
  skills: one.skills,
  ...(one.building ? { building: one.building } : {}),
});
