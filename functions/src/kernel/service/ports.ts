import type { Attendance, Consent, Kind, Shift, Spot } from '@gongzhi/shared/kernel/service/model';
import type { ServiceRoutes } from '@gongzhi/shared/kernel/service/contract';
import type { Caller } from '../caller';
import type { Change } from '../change-item';
import type { Write } from '../commit';
import type { RotatingCodes } from '../rotating-codes';
import type { Handler } from '../serve';

export interface InActivity {
  communityId: string;
  activityId: string;
}
export interface InShift extends InActivity {
  shiftId: string;
}
/** What the checks ask of what a shift belongs to: an activity, a wish, a call. Only a `published` one lets its desk open, and nobody comes to a `cancelled` one. */
export interface HeadFacts {
  title: string;
  place: string;
  kind: Kind;
  status: string;
  spot?: Spot;
}
/** A shift: under one kilobyte, so that a place taken in it is two write units. */
export interface ShiftItem extends Omit<Shift, 'shiftId'> {
  sk: string;
}
/** What one person is and did in a shift. `window`: of the code they came with; `misses`: wrong codes typed. */
export interface PlaceItem extends Omit<Attendance, 'personId'> {
  sk: string;
  householdId?: string;
  consent?: Consent;
  window?: number;
  misses?: number;
}
/** A shift, what it belongs to and somebody's place in it. */
export interface Around<H extends HeadFacts = HeadFacts> {
  head: H;
  shift: ShiftItem;
  place?: PlaceItem | undefined;
}

/** How a slice with service of its own lets it be checked. */
export interface ServicePort<H extends HeadFacts = HeadFacts> {
  /** The slice's word: of its codes and its events. */
  slice: string;
  /** Three items, strongly consistent; undefined without head or shift. */
  around(ids: InShift, personId: string): Promise<Around<H> | undefined>;
  shift(ids: InShift): Promise<ShiftItem | undefined>;
  attendance(ids: InShift, cursor: string | undefined): Promise<{ items: PlaceItem[]; next: string | undefined }>;
  placeWrite(ids: InShift, personId: string, change: Change): Write;
  countMiss(ids: InShift, personId: string): Promise<void>;
  /** Who shows the code, scans others' and gives their word. */
  leads(head: H, caller: Pick<Caller, 'personId' | 'roles'>): boolean;
}

/** What the handlers of checks are given besides the request. */
export interface ServiceDeps<H extends HeadFacts = HeadFacts> {
  service: ServicePort<H>;
  codes: RotatingCodes;
  /** The key of a person's pass for a shift: 32 bytes in hex. */
  passKey: (of: { communityId: string; shiftId: string; personId: string }) => string;
}
export type HandleCheck<K extends keyof ServiceRoutes> = Handler<ServiceRoutes[K], ServiceDeps>;
