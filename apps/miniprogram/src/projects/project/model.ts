import type { Project } from '@gongzhi/shared/projects/project';

type Facts = Pick<Project, 'state' | 'mine' | 'led'>;
/** The one thing at the bottom of a project: its lead tells a step, others join, or leave; nothing once it is over. */
export const primaryOf = ({ state, mine, led }: Facts, member: boolean): 'step' | 'join' | 'leave' | undefined => {
  if (!member || state === 'done' || state === 'cancelled') return undefined;
  if (led) return 'step';
  return mine ? 'leave' : 'join';
};
export const isOver = ({ state }: Pick<Project, 'state'>): boolean => state === 'done' || state === 'cancelled';
