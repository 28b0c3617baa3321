import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../caller';
import type { Around, HeadFacts, InShift, ServicePort } from './ports';

/** A shift of what the caller leads, with the place of `personId` in it. */
export const findLed = async <H extends HeadFacts>(
  ids: InShift,
  personId: string,
  { caller, service }: Pick<Ctx, 'caller'> & { service: ServicePort<H> },
): Promise<Around<H> | Refusal<'NOT_FOUND' | 'NOT_ORGANISER'>> => {
  const found = await service.around(ids, personId);
  if (!found) return refuse('NOT_FOUND');
  return service.leads(found.head, caller) ? found : refuse('NOT_ORGANISER');
};
