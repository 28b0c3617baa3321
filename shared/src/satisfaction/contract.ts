import { defineContract } from '@gongzhi/shared/kernel/contract';
import { answeringRoutes } from './contract-answering';
import { codeRoutes } from './contract-codes';
import { followUpRoutes } from './contract-follow-ups';
import { letterRoutes } from './contract-letters';
import { publicationRoutes } from './contract-publication';
import { roundRoutes } from './contract-rounds';

/** Residents' satisfaction: who is asked and answers, what comes of it, and what is done about low answers. */
export const satisfaction = defineContract({
  ...answeringRoutes,
  ...codeRoutes,
  ...roundRoutes,
  ...letterRoutes,
  ...followUpRoutes,
  ...publicationRoutes,
});
