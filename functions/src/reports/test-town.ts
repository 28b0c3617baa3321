import type { Stage } from './test-reports';

/** A member of a branch and a unit with four services of the half-year, one of them central work, one a wish that was thanked for. */
export const settle = async (stage: Stage) => {
  const { branchId, secretaryId } = await stage.branch();
  const { unitId, contactId } = await stage.unit();
  const memberId = await stage.person(['resident'], '王秀兰');
  await stage.reportIn(memberId, { branchId, unitId });
  const wisherId = await stage.person(['resident'], '许愿人');
  const first = await stage.line({ personId: memberId, day: '2026-08-01', minutes: 90, grade: 'placed' });
  const second = await stage.line({ personId: memberId, day: '2026-09-05', minutes: 60 });
  const central = await stage.line({ personId: memberId, day: '2026-10-01', minutes: 120, kind: 'central' });
  const wished = await stage.wish(memberId, '2026-11-11', { wisherId, words: '谢谢您，小王' });
  return { branchId, secretaryId, unitId, contactId, memberId, wisherId, first, second, central, wished };
};
export type Settled = Awaited<ReturnType<typeof settle>>;
