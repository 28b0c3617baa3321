import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Need } from '@gongzhi/shared/projects/model';

/** What the reader may do about a need. */
export const mayDo = (
  { state, mine }: Pick<Need, 'state' | 'mine'>,
  roles: readonly Role[],
): { decide: boolean; start: boolean; post: boolean; close: boolean } => {
  const worker = roles.includes('worker');
  const starts = worker || roles.includes('branchSecretary');
  const isOneOf = (...states: Need['state'][]) => states.includes(state);
  return {
    decide: worker && isOneOf('waiting'),
    start: starts && isOneOf('open'),
    post: worker && isOneOf('open', 'taken'),
    close: (mine || worker) && isOneOf('open', 'waiting'),
  };
};
