import { leads } from '@gongzhi/shared/wishes/rules';
import type { HeadFacts, ServicePort } from '../kernel/service/ports';
import type { Repo } from './repo';
import type { HeadItem } from './repo-wishes';

/** Whoever claimed a wish may come as long as it is not over with, and what was begun may be settled. */
const COME_TO: readonly string[] = ['claimed', 'done', 'served'] satisfies HeadItem['state'][];
const facts = (head: HeadItem): HeadFacts => ({
  ...head,
  status: COME_TO.includes(head.state) ? 'published' : 'cancelled',
});

/** How this slice lets a visit be checked: by the wisher’s phone, or a worker’s. */
export const servicePort = ({ places }: Pick<Repo, 'places'>): ServicePort => ({
  ...{ slice: 'wishes', ...places },
  around: async (ids, personId) => {
    const found = await places.around(ids, personId);
    return found && { ...found, head: facts(found.head as unknown as HeadItem) };
  },
  leads: (head, caller) => leads(head as unknown as HeadItem, caller),
});
