import type * as z from 'zod/mini';
import type { AsNeighbour } from '@gongzhi/shared/party/model';
import type { PartyItem } from '../kernel/party';

/** What everybody is given of a member who chose to be seen. */
export const showNeighbour = ({ displayName }: PartyItem): z.output<typeof AsNeighbour> => ({ displayName });
