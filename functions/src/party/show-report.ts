import type { Report } from '@gongzhi/shared/party/model';
import type { PartyItem } from '../kernel/party';
import type { Called } from './call-names';
import { showWorker } from './show-worker';

/** One's own report-in, whole. */
export const showReport = (one: PartyItem, called: Called, now: Date): Report => ({
  ...showWorker(one, called, now),
  open: one.open,
  ...(one.reason ? { reason: one.reason } : {}),
  ...(one.movedTo ? { movedTo: one.movedTo } : {}),
});
