import { defineContract } from '@gongzhi/shared/kernel/contract';
import { serviceRoutes } from '@gongzhi/shared/kernel/service/contract';
import { claims } from './contract-claims';
import { made } from './contract-made';
import { rule } from './contract-rule';

/** Micro-wishes: made, published, claimed by one, served with or without a visit, confirmed by the wisher. */
export const wishes = defineContract({ ...made, ...claims, ...rule, ...serviceRoutes('wishes') });
