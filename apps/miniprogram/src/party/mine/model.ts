import type { Report } from '@gongzhi/shared/party/model';

/** Whether somebody is reported in now: waiting or counting. */
export const isLive = (report: Pick<Report, 'state'> | undefined): report is Report =>
  report?.state === 'asked' || report?.state === 'valid';
