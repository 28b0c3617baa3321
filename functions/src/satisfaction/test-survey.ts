import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Level } from '@gongzhi/shared/kernel/satisfaction-result';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { loadCalendar } from '../kernel/calendar';
import { memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createElectorate } from '../kernel/electorate';
import { createFindMember } from '../kernel/find-member';
import { buildingsKey, createHouseholds } from '../kernel/households';
import { stageSlice } from '../kernel/test-stage';
import { satisfactionHandler } from './index';
import { keepTime } from './keep-time';
import { createRepo } from './repo';
import { createSeals } from './create-seals';
import type { Concerned } from './create-concerned';
import type { Ticking } from './model';

export const TABLES = [
  'identity',
  'directory',
  'ledger',
  'satisfaction',
  'answers',
  'councils',
  'volunteering',
  'wishes',
];
const NAMES = { satisfaction: 'satisfaction', answers: 'answers' };
export const hex = () => randomBytes(16).toString('hex');
export const PLAN = { days: 14, sample: 60, questions: [{ dutyItemId: 'a-1', title: '环境卫生' }] };

/** Rounds on a running engine: a roll, members, and the clock that draws, tells and closes. For tests. */
export const stageSurvey = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  const seals = createSeals('pepper');
  const stage = stageSlice({
    ...{ endpoint, slice: 'satisfaction', contract: satisfaction, through },
    doorOf: ({ base, client, cursors, check }) =>
      satisfactionHandler({
        ...{ ...base, seals, check, calendar: loadCalendar },
        repo: createRepo(client, NAMES, cursors),
        households: createHouseholds(client, 'directory'),
        findMember: createFindMember(client, 'directory'),
      }),
  });
  const { communityId, world, client, ledger, put, call, person } = stage;
  const repo = createRepo(client, NAMES, createCursors('pepper'));
  /** Whom events concerned, by their subject. */
  const concernedBy = new Map<string, string[]>();
  const concerned: Concerned = (_service, _communityId, { subject = '' }) => ({
    title: async () => '周六义务理发',
    page: async () => ({ ids: concernedBy.get(subject) ?? [], next: undefined }),
  });
  const ticking: Ticking = {
    ...{ repo, ledger, concerned, calendar: loadCalendar, clock: () => world.now },
    electorate: createElectorate(client, 'directory'),
  };
  /** What the clock does. */
  const tick = async (): Promise<void> => {
    await keepTime(ticking)();
  };
  const putAll = async (TableName: string, items: readonly Record<string, unknown>[]) => {
    for (let from = 0; from < items.length; from += 25) {
      const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
    }
  };
  /** Buildings of so many households; `bands`: what one member of each household told of their age. */
  const roll = async (sizes: readonly number[], bandOf: (i: number) => string | undefined = () => undefined) => {
    const buildings = sizes.map((size, i) => ({ name: `${i + 1}号楼`, ids: Array.from({ length: size }, stage.id) }));
    for (const { name, ids } of buildings)
      await put('directory', { pk: buildingsKey(communityId), sk: name, building: name, ids: new Set(ids) });
    const members = buildings
      .flatMap(({ ids }) => ids)
      .map((householdId, i) => ({ householdId, personId: stage.id(), ageBand: bandOf(i) }));
    await putAll(
      'identity',
      members.map(({ personId }) => ({ ...personKey(personId), validFrom: 0, consents: { privacy: '1' } })),
    );
    await putAll(
      'directory',
      members.map(({ personId, householdId, ageBand }) => ({
        ...memberKey(communityId, personId),
        ...{ roles: ['resident'], displayName: '邻居', householdId },
        ...(ageBand ? { ageBand } : {}),
      })),
    );
    return { buildings, members, memberOf: new Map(members.map((member) => [member.householdId, member.personId])) };
  };
  const supervisor = async () => person(['supervisor']);
  /** A quarter's round, drawn and open. */
  const quarter = async (plan: object = {}) => {
    const by = await supervisor();
    const { body } = await call('startQuarter', { plan: { ...PLAN, ...plan } }, { as: by });
    await tick();
    return { roundId: String(body['roundId']), by };
  };
  /** Units that were invited. */
  const invited = async (roundId: string) => {
    const marks: { unitId: string; people: string[] }[] = [];
    await repo.marks.each({ communityId, roundId }, (some) =>
      marks.push(...some.map(({ sk, people = [] }) => ({ unitId: sk.split('#')[0] ?? '', people }))),
    );
    return marks;
  };
  const give = (
    roundId: string,
    as: string,
    levels: readonly Level[],
    { subject = 'household', ticket = hex(), device = hex(), ...more }: Record<string, string> = {},
  ) => call('giveAnswer', { roundId, subject, ticket, device, answer: { levels, ...more } }, { as });
  const later = (days: number) => (world.now = new Date(world.now.getTime() + days * DAY));
  /** An event that is finished and concerned so many people; they are invited by the clock. */
  const finish = async (people: readonly string[], service = 'activity') => {
    const subject = stage.id();
    concernedBy.set(subject, [...people]);
    await repo.due.once({
      ...{ communityId, work: 'wave', id: `${service}#${subject}`, at: world.now.toISOString() },
      about: { service, subject },
    });
    await tick();
    return subject;
  };
  const itemsIn = async (table: string, pk: string) => {
    const asked = { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
    return (await client.send(new QueryCommand({ ...asked, ConsistentRead: true }))).Items ?? [];
  };
  return {
    ...stage,
    ...{ repo, seals, ticking, tick, roll, quarter, invited, give, later, finish, supervisor, itemsIn, concernedBy },
  };
};
export type Survey = ReturnType<typeof stageSurvey>;
