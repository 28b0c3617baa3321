import { changeReport } from './change-report';
import type { Handle } from './repo';

export const setSkills: Handle<'setSkills'> = ({ communityId, skills }, ctx) =>
  changeReport(communityId, ctx, { event: 'skills-set', change: { skills: [...new Set(skills)] } });
