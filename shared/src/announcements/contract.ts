import { defineContract } from '@gongzhi/shared/kernel/contract';

/** What a worker tells people: written, approved, published, corrected, and who was not reached. */
export const announcements = defineContract({});
