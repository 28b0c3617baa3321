import { defineContract } from '@gongzhi/shared/kernel/contract';
import { branch } from './contract-branch';
import { evaluations } from './contract-evaluations';
import { mine } from './contract-mine';
import { record } from './contract-record';

/** Party members' record, the report to their unit, and the evaluation in words. */
export const reports = defineContract({ ...record, ...mine, ...branch, ...evaluations });
