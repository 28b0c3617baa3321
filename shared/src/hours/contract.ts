import { defineContract } from '@gongzhi/shared/kernel/contract';
import { cases } from './contract-cases';
import { certificates } from './contract-certificates';
import { mine } from './contract-mine';
import { proofs } from './contract-proofs';
import { records } from './contract-records';

/** Hours of volunteers: the ledger, what is asked about it, certificates, and the way out and in. */
export const hours = defineContract({ ...mine, ...cases, ...certificates, ...proofs, ...records });
