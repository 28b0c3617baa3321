import { exchange } from '@gongzhi/shared/exchange/contract';
import type { PointsRule } from '@gongzhi/shared/exchange/model';
import { call } from '../kernel/call';
import { useLoaded } from '../kernel/use-loaded';

/** What points are called here; points until it is known. */
export const useShownAs = (communityId: string): PointsRule['shownAs'] =>
  useLoaded(communityId, () => call(exchange.readRule, { communityId })).loaded.value?.now?.shownAs ?? 'points';
