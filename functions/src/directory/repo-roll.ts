import type { Adult, RollRow } from '@gongzhi/shared/directory/model';
import { doorKey, type Door } from '@gongzhi/shared/kernel/door-key';
import type { Write } from '../kernel/commit';
import { buildingsKey, householdsPk } from '../kernel/households';
import type { Key, Pages } from './repo-pages';

/** An adult as stored: the phone as its tag, and masked for workers' eyes. */
export type KeptAdult = Pick<Adult, 'name'> & { tag?: string; phone?: string };
export interface HouseholdItem extends Key, Door {
  householdId: string;
  area?: number;
  adults: KeptAdult[];
  /** Places in the app, from the adults. */
  seats: number;
  /** People who joined in the app. */
  joined: number;
  /** Marks of invites that were used. */
  used?: Set<string>;
  /** Version of what the roll says; joining leaves it alone. */
  v: number;
}
/** What the roll says of a household. */
export type FromRoll = Pick<HouseholdItem, 'adults' | 'seats'> & Omit<RollRow, 'adults'>;

export const buildingOf = (building: string): string => doorKey({ building, unit: '', room: '' }).building;
export const householdKey = (communityId: string, at: Door): Key => {
  const { building, door } = doorKey(at);
  return { pk: householdsPk(communityId, building), sk: door };
};
const phoneKey = (communityId: string, tag: string, at: Door): Key => {
  const { building, door } = doorKey(at);
  return { pk: `${communityId}#t#${tag}`, sk: `${building}#${door}` };
};

/** The household roll. */
export const repoRoll = ({ table, get, getAll, page, whole }: Pages) => ({
  household: (communityId: string, at: Door) => get<HouseholdItem>(householdKey(communityId, at)),
  households: async (communityId: string, doors: readonly Door[]) => {
    const find = await getAll<HouseholdItem>(doors.map((at) => householdKey(communityId, at)));
    return (at: Door) => find(householdKey(communityId, at));
  },
  page: (communityId: string, building: string, cursor: string | undefined) =>
    page<HouseholdItem>({ pk: householdsPk(communityId, buildingOf(building)), cursor }),
  building: (communityId: string, building: string) =>
    whole<HouseholdItem>(householdsPk(communityId, buildingOf(building))),
  buildings: (communityId: string, cursor: string | undefined) =>
    page<{ building: string; households: number }>({ pk: `${communityId}#b`, cursor }),
  /** Doors of the households that list the phone with this tag; what each household says now must be looked up. */
  byPhone: (communityId: string, tag: string) => whole<Door>(`${communityId}#t#${tag}`),

  add: (communityId: string, householdId: string, row: FromRoll): Write => ({
    Put: {
      TableName: table,
      Item: { ...householdKey(communityId, row), householdId, ...row, joined: 0, v: 1 },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'HOUSEHOLD',
  }),
  change: (before: HouseholdItem, { building, unit, room, area, adults, seats }: FromRoll): Write => ({
    Update: {
      TableName: table,
      Key: { pk: before.pk, sk: before.sk },
      UpdateExpression: `SET #building = :building, #unit = :unit, #room = :room, adults = :adults, seats = :seats, v = v + :one${area === undefined ? ' REMOVE #area' : ', #area = :area'}`,
      ConditionExpression: 'v = :v',
      ExpressionAttributeNames: { '#building': 'building', '#unit': 'unit', '#room': 'room', '#area': 'area' },
      ExpressionAttributeValues: {
        ':building': building,
        ':unit': unit,
        ':room': room,
        ':area': area,
        ':adults': adults,
        ':seats': seats,
        ':one': 1,
        ':v': before.v,
      },
    },
    lost: 'HOUSEHOLD',
  }),
  /** New households of one building: their ids (kernel/households) and their number. */
  addToBuilding: (communityId: string, building: string, ids: readonly string[]): Write[] => {
    const sk = buildingOf(building);
    const named = { ExpressionAttributeNames: { '#building': 'building' } };
    const set = 'SET #building = if_not_exists(#building, :building) ADD';
    return [
      {
        Update: {
          TableName: table,
          Key: { pk: buildingsKey(communityId), sk },
          UpdateExpression: `${set} ids :ids`,
          ...named,
          ExpressionAttributeValues: { ':building': building, ':ids': new Set(ids) },
        },
      },
      {
        Update: {
          TableName: table,
          Key: { pk: `${communityId}#b`, sk },
          UpdateExpression: `${set} households :n`,
          ...named,
          ExpressionAttributeValues: { ':building': building, ':n': ids.length },
        },
      },
    ];
  },
  listPhone: (communityId: string, tag: string, { building, unit, room }: Door): Write => ({
    Put: { TableName: table, Item: { ...phoneKey(communityId, tag, { building, unit, room }), building, unit, room } },
  }),
  unlistPhone: (communityId: string, tag: string, at: Door): Write => ({
    Delete: { TableName: table, Key: phoneKey(communityId, tag, at) },
  }),

  /** Takes a place, and with it the invite of this mark; only one of two can have the last, or the same invite. */
  takeSeat: ({ pk, sk }: Key, mark: string | undefined): Write => {
    const thereIsRoom = 'joined < seats';
    const inviteIsUnused = 'NOT contains(#used, :mark)';
    return {
      Update: {
        TableName: table,
        Key: { pk, sk },
        UpdateExpression: `SET joined = joined + :one${mark ? ' ADD #used :marks' : ''}`,
        ConditionExpression: [thereIsRoom, ...(mark ? [inviteIsUnused] : [])].join(' AND '),
        ...(mark ? { ExpressionAttributeNames: { '#used': 'used' } } : {}),
        ExpressionAttributeValues: { ':one': 1, ...(mark ? { ':mark': mark, ':marks': new Set([mark]) } : {}) },
      },
      lost: 'SEAT',
    };
  },
  leaveSeat: (communityId: string, home: Door): Write => ({
    Update: {
      TableName: table,
      Key: householdKey(communityId, home),
      UpdateExpression: 'SET joined = joined - :one',
      ConditionExpression: 'joined >= :one',
      ExpressionAttributeValues: { ':one': 1 },
    },
    lost: 'SEAT',
  }),
});
