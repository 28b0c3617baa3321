import { changeReport } from './change-report';
import type { Handle } from './repo';

export const setOpen: Handle<'setOpen'> = ({ communityId, open }, ctx) =>
  changeReport(communityId, ctx, { event: open ? 'opened' : 'hidden', change: { open } });
