import type { volunteering } from './contract';

/** Requests of every route, as a person or a phone sends them. For tests. */
export const id = (n: number) => `01JD00000000000000000000${String(n).padStart(2, '0')}`;
export const communityId = '310106000001';
const activity = { communityId, activityId: id(1) };
const shift = { ...activity, shiftId: id(2) };
const request = { communityId, requestId: id(3) };
export const times = { startsAt: '2026-11-27T10:00:00.000Z', endsAt: '2026-11-27T12:00:00.000Z', slots: 5 };
export const plan = {
  ...{
    title: '清扫楼道',
    by: { kind: 'residents', name: '3 号楼' },
    kind: 'environment',
    about: '一起扫',
    place: '楼下',
  },
  ...{ spot: { lat: 31_230_400, lng: 121_473_700 }, skills: ['木工'], bring: '手套', minors: false, risky: true },
  ...{ risk: '要登梯子', insurance: { insurer: '人保', policy: 'P-1', until: '2026-12-31' } },
};
export const later = { scannedAt: times.startsAt, proof: 'ab'.repeat(12) };
export const position = { lat: 31.2, lng: 121.4, accuracy: 20, datum: 'gcj02' };
const check = { ...shift, code: 'GZ1.a.b', position, later };
const listed = { communityId, cursor: 'c' };

export type Name = keyof typeof volunteering;
/** One good request of each route, with everything that may be given. */
export const GOOD: Record<Name, Record<string, unknown>> = {
  planActivity: { communityId, ...plan, requestId: id(3), projectId: id(5) },
  changeActivity: { ...activity, ...plan },
  publishActivity: activity,
  declineActivity: { ...activity, reason: '重复了' },
  cancelActivity: { ...activity, reason: '下雨' },
  addShifts: { ...activity, shifts: [times] },
  changeShift: { ...shift, times },
  cancelShift: { ...shift, reason: '下雨' },
  ...{ readActivity: activity, readPlan: activity },
  ...{ listComing: listed, listPlans: listed, listOrganised: listed, listFamily: listed, listMine: listed },
  signUp: { ...shift, riskRead: true, minor: true, code: 'GZ1.a.b' },
  withdraw: shift,
  registerVolunteer: { ...shift, code: 'GV1.a.b' },
  answerConsent: { ...shift, personId: id(4), agree: false },
  recordConsent: { ...shift, personId: id(4) },
  ...{ checkIn: check, checkOut: check },
  scanVolunteer: { ...shift, way: 'in', code: 'GV1.a.b', later },
  confirmService: { ...shift, personId: id(4), from: times.startsAt, to: times.endsAt },
  capService: { ...shift, personId: id(4) },
  ...{ readPass: shift, readDesk: shift, listAttendance: { ...shift, cursor: 'c' } },
  askHelp: { communityId, title: '换灯泡', about: '灯坏了', kind: 'repair' },
  ...{ closeRequest: request, publishRequest: request, readRequest: request, listRequests: listed },
};
