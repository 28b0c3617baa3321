import { defineContract } from '@gongzhi/shared/kernel/contract';

export const party = defineContract({});
