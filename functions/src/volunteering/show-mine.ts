import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import { showPlace, shownShift } from '../kernel/service/show-place';
import type { HeadItem } from './repo-activities';
import type { PlaceItem } from '../kernel/service/ports';
import type { ShiftItem } from '../kernel/service/ports';
import { shownHead } from './show-activity';

export const showMine = ({ item, shift, head }: { item: PlaceItem; shift: ShiftItem; head: HeadItem }): Mine => ({
  ...showPlace(item),
  shift: shownShift(shift),
  activity: shownHead(head),
});
