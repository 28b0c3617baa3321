import { leads } from '@gongzhi/shared/calls/rules';
import type { ServicePort } from '../kernel/service/ports';
import type { Repo } from './repo';
import type { HeadItem } from './repo-calls';

/** How this slice lets service be checked: by whoever called. */
export const servicePort = ({ places }: Pick<Repo, 'places'>): ServicePort<HeadItem> => ({
  slice: 'calls',
  ...places,
  leads,
});
