import { platform } from '../kernel/platform/platform';
import { makeReceipts } from './receipts';

/** The receipts on this phone. */
export const receipts = makeReceipts(platform.storage);
