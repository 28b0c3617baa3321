import { defineContract } from '@gongzhi/shared/kernel/contract';
import { calling } from './contract-calling';
import { floor } from './contract-floor';
import { minutes } from './contract-minutes';

/** Meetings: called and attended, what happens on the floor, and the minutes of it. */
export const meetings = defineContract({ ...calling, ...floor, ...minutes });
