import { leads } from '@gongzhi/shared/volunteering/rules';
import type { ServicePort } from '../kernel/service/ports';
import type { Repo } from './repo';
import type { HeadItem } from './repo-activities';

/** How this slice lets service be checked: by an activity's organiser, or a worker. */
export const servicePort = ({ places }: Pick<Repo, 'places'>): ServicePort<HeadItem> => ({
  slice: 'volunteering',
  ...places,
  leads,
});
