import { api as contract } from '@gongzhi/shared/api/contract';
import { defineSlice } from './kernel/slice';

/** The description of the API: public, and without access to any data. */
export const api = defineSlice('api', { contract, functions: { index: { trigger: { by: 'routes' }, tables: {} } } });
