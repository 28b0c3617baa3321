import type { Electorate } from '../kernel/electorate';
import type { Ledger } from '../kernel/ledger';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { Repo } from './repo';
import type { Again, Due } from './repo-due';
import type { Concerned } from './create-concerned';

/** What the clock's works are done with. */
export interface Ticking {
  repo: Repo;
  ledger: Ledger;
  electorate: Pick<Electorate, 'read'>;
  concerned: Concerned;
  calendar: () => Promise<Calendar>;
  clock?: () => Date;
}
/** Does what is due; says when it is to be done again, if it is. */
export type Do = (due: Due, ticking: Ticking, now: Date) => Promise<Again | undefined>;
