import type { calls } from './contract';

/** Requests of every route, as a person or a phone sends them. For tests. */
export const id = (n: number) => `01JD00000000000000000000${String(n).padStart(2, '0')}`;
export const communityId = '310106000001';
const call = { communityId, callId: id(1) };
const shift = { communityId, activityId: id(1), shiftId: id(1) };
export const plan = {
  ...{ cause: 'flood', title: '搬沙袋', about: '车库要进水了', place: '1 号楼前', needed: 10 },
  ...{ spot: { lat: 31_230_400, lng: 121_473_700 }, skills: ['repair'], buildings: ['3号楼'] },
  ...{ startsAt: '2026-11-27T10:00:00.000Z', endsAt: '2026-11-27T12:00:00.000Z' },
};
export const later = { scannedAt: plan.startsAt, proof: 'ab'.repeat(12) };
const position = { lat: 31.2, lng: 121.4, accuracy: 20, datum: 'gcj02' };
const check = { ...shift, code: 'GZ1.a.b', position, later };
const listed = { communityId, cursor: 'c' };

export type Name = keyof typeof calls;
/** One good request of each route, with everything that may be given. */
export const GOOD: Record<Name, Record<string, unknown>> = {
  openCall: { communityId, plan },
  cancelCall: { ...call, reason: '雨停了' },
  ...{ endCall: call, takeCall: call, readCall: call, readMine: call, readBoard: call },
  answerCall: { ...call, says: 'coming' },
  listStreetCalls: { streetId: '310106000', cursor: 'c' },
  ...{ listMine: listed, listCalls: listed, listAnswers: { ...call, cursor: 'c' } },
  ...{ checkIn: check, checkOut: check },
  scanVolunteer: { ...shift, way: 'in', code: 'GV1.a.b', later },
  confirmService: { ...shift, personId: id(4), from: plan.startsAt, to: plan.endsAt },
  capService: { ...shift, personId: id(4) },
  ...{ readPass: shift, readDesk: shift, listAttendance: { ...shift, cursor: 'c' } },
};
