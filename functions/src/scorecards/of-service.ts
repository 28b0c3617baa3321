import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Card } from '@gongzhi/shared/scorecards/model';

/** Which card: of a service, or of the community as a whole. */
export type OfCard = Pick<Card, 'communityId' | 'quarter' | 'service'>;

/** The name of what is a service's own, beside that of the community as a whole. */
export const ofService = (name: string, service: Service | undefined): string =>
  service ? `${name}#${service}` : name;
