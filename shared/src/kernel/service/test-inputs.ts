import type { ServiceRoutes } from './contract';

/** Requests of every route of coming and going, as a phone sends them, with everything that may be given. For tests. */
export const id = (n: number) => `01JD00000000000000000000${String(n).padStart(2, '0')}`;
export const at = '2026-11-27T10:00:00.000Z';
const shift = { communityId: '310106000001', activityId: id(1), shiftId: id(2) };
export const position = { lat: 31.2, lng: 121.4, accuracy: 20, datum: 'gcj02' };
export const later = { scannedAt: at, proof: 'ab'.repeat(12) };
const check = { ...shift, code: 'GZ1.a.b', position, later };
const one = { ...shift, personId: id(3) };

export type Name = keyof ServiceRoutes;
export const GOOD: Record<Name, Record<string, unknown>> = {
  ...{ checkIn: check, checkOut: check, scanVolunteer: { ...shift, way: 'in', code: 'GV1.a.b', later } },
  ...{ confirmService: { ...one, from: at, to: '2026-11-27T12:00:00.000Z' }, capService: one },
  ...{ readPass: shift, readDesk: shift, listAttendance: { ...shift, cursor: 'c' } },
};
