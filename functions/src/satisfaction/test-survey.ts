import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Level } from '@gongzhi/shared/kernel/satisfaction-result';
import { buildingKey } from '@gongzhi/shared/directory/model';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { loadCalendar } from '../kernel/calendar';
import { memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createElectorate, doorsKey } from '../kernel/electorate';
import { createFindMember } from '../kernel/find-member';
import { buildingsKey, createHouseholds } from '../kernel/households';
import { stageSlice } from '../kernel/test-stage';
import { satisfactionHandler } from './index';
import { keepTime } from './keep-time';
import { createRepo } from './repo';
import { createSeals } from './create-seals';
import { derivePaperCodes } from './derive-paper-codes';
import { createDoors } from './create-doors';
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
  const [seals, codes] = [createSeals('pepper'), derivePaperCodes('pepper')];
  const stage = stageSlice({
    ...{ endpoint, slice: 'satisfaction', contract: satisfaction, through },
    doorOf: ({ base, client, cursors, check }) =>
      satisfactionHandler({
        ...{ ...base, seals, codes, check, calendar: loadCalendar, webOrigin: 'https://gongzhi.example.cn' },
        doors: createDoors(client, 'directory'),
        nameOf: async () => '小营巷社区',
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
  /** Buildings of so many households; `bandOf`: what one member of each household told of their age; `inApp`: whether there is one. */
  const roll = async (
    sizes: readonly number[],
    bandOf: (i: number) => string | undefined = () => undefined,
    inApp: (i: number) => boolean = () => true,
  ) => {
    const buildings = sizes.map((size, i) => ({ name: `${i + 1}号楼`, ids: Array.from({ length: size }, stage.id) }));
    for (const { name, ids } of buildings)
      await put('directory', { pk: buildingsKey(communityId), sk: name, building: name, ids: new Set(ids) });
    await putAll(
      'directory',
      buildings.flatMap(({ name, ids }) =>
        ids.map((householdId, i) => ({
          ...{ pk: doorsKey(communityId, buildingKey(name)), sk: `1#${i}`, householdId },
          ...{ building: name, unit: '1单元', room: `${101 + i}` },
        })),
      ),
    );
    const members = buildings
      .flatMap(({ ids }) => ids)
      .map((householdId, i) => ({ householdId, personId: stage.id(), ageBand: bandOf(i), app: inApp(i) }))
      .filter(({ app }) => app);
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
  /** Units that were invited, each with its code. */
  const invited = async (roundId: string) => {
    const [round, marks] = [{ communityId, roundId }, [] as { unitId: string; people: string[]; code: string }[]];
    await repo.marks.each(round, (some) =>
      marks.push(
        ...some.map(({ sk, people = [], place = 0 }) => ({
          ...{ unitId: sk.split('#')[0] ?? '', people, code: codes.codeOf(round, place) },
        })),
      ),
    );
    return marks;
  };
  const give = (
    roundId: string,
    as: string,
    levels: readonly Level[],
    { subject = 'household', ticket = hex(), device = hex(), ...more }: Record<string, string> = {},
  ) => call('giveAnswer', { roundId, subject, ticket, device, answer: { levels, ...more } }, { as });
  /** An answer by code: off a letter, or entered by a worker. */
  const giveBy = (
    code: string,
    levels: readonly Level[],
    { as, ticket = hex(), ...more }: Record<string, string> = {},
  ) => {
    const given = { code, ticket, answer: { levels, ...more } };
    return as
      ? call('answerForResident', { ...given, confirmed: true }, { as })
      : call('answerByCode', { ...given, device: hex() });
  };
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
    ...{
      repo,
      seals,
      codes,
      ticking,
      tick,
      roll,
      quarter,
      invited,
      give,
      giveBy,
      later,
      finish,
      supervisor,
      itemsIn,
      concernedBy,
    },
  };
};
export type Survey = ReturnType<typeof stageSurvey>;
