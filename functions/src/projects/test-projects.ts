import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import { projects } from '@gongzhi/shared/projects/contract';
import { personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createLedger } from '../kernel/ledger';
import { branchKey, createParty, partyKey, secretaryKey } from '../kernel/party';
import { createPartyLog } from '../kernel/party-log';
import { stageSlice } from '../kernel/test-stage';
import { contactKey, createUnits, unitKey } from '../kernel/units';
import { projectsHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';

export const TABLES = ['identity', 'directory', 'ledger', 'units', 'party', 'projects'];
export const NEED = {
  title: '借一间会议室',
  kind: 'place',
  about: '每月开一次议事会，约 30 人',
  amount: '1 间',
} as const;
export const OFFER = { title: '报告厅', kind: 'place', about: '周末可用，80 座', when: '周六周日' } as const;
export const POST = { className: '治安巡逻', title: '夜间巡逻', about: '每周三晚上在小区走一圈', slots: 2 } as const;
const AT = '2026-11-01T00:00:00.000Z';

/** A community with a worker, a branch and its secretary, a unit and its contact, on a running engine. For tests. */
export const stageProjects = async (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  const stage = stageSlice({
    ...{ endpoint, slice: 'projects', contract: projects, through },
    doorOf: ({ base, client, cursors, check }) =>
      projectsHandler({
        ...base,
        repo: createRepo(client, 'projects', cursors),
        units: createUnits(client, 'units'),
        party: createParty(client, { party: 'party', identity: 'identity' }, base.clock),
        log: createPartyLog(client, 'party'),
        check,
      }),
  });
  const { communityId, client, person, id, world } = stage;
  const put = (TableName: string, Item: Record<string, unknown>) => client.send(new PutCommand({ TableName, Item }));
  const [worker, resident] = [await person(['worker'], '李静'), await person(['resident'], '王秀兰')];
  const branchOf = async (name: string) => {
    const [branchId, secretaryId] = [id(), await person(['branchSecretary'], `${name}书记`)];
    await put('party', { ...branchKey(communityId, branchId), name, secretaryId, members: 0 });
    await put('party', { ...secretaryKey(communityId, secretaryId), branchId });
    return { branchId, secretaryId };
  };
  const { branchId, secretaryId: secretary } = await branchOf('第一支部');
  const unitOf = async (name: string) => {
    const [unitId, contactId] = [id(), await person(['unitContact'], `${name}联系人`)];
    await put('units', { ...unitKey(communityId, unitId), name, kind: 'school', where: 'here' });
    await put('units', { ...contactKey(communityId, contactId), unitId, at: AT });
    return { unitId, contactId };
  };
  const { unitId, contactId: contact } = await unitOf('第一小学');
  /** A party member who reported in and counts, or as `more` says. */
  const member = async (displayName = '张党员', more: Record<string, unknown> = {}) => {
    const personId = await person(['resident'], displayName);
    const item = { kind: 'inService', state: 'valid', askedAt: AT, since: AT, branchId, skills: [], open: false };
    await put('party', { ...partyKey(communityId, personId), ...item, displayName, version: 1, ...more });
    return personId;
  };
  const withdraw = (personId: string) =>
    put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
  const made = async (field: string, ...call: Parameters<typeof stage.call>): Promise<string> => {
    const { status, body } = await stage.call(...call);
    if (status !== 200) throw new Error(`${call[0]}: ${JSON.stringify(body)}`);
    return String(body[field]);
  };
  const need = (more: object = {}, as = worker) => made('needId', 'postNeed', { ...NEED, ...more }, { as });
  const waiting = () => need({}, resident);
  const offer = (more: object = {}) => made('resourceId', 'offerResource', { ...OFFER, ...more }, { as: contact });
  const unsure = async <T>(act: () => Promise<T>): Promise<T> => {
    world.check = { suggest: 'review', label: 20_003 };
    const done = await act();
    world.check = { suggest: 'pass', label: 100 };
    return done;
  };
  const start = async (more: object = {}, as = worker) => {
    const plan = { title: '会议室共享', about: '每月第一个周六', needId: await need(), resourceIds: [], ...more };
    return made('projectId', 'startProject', { plan }, { as });
  };
  const post = (more: object = {}) => made('postId', 'addPost', { ...POST, ...more }, { as: worker });
  const nominated = async (postId: string, personId: string) =>
    made('postId', 'nominate', { postId }, { as: personId });
  const decide = (postId: string, personId: string, as = worker) =>
    stage.call('decideNomination', { postId, personId, confirm: true }, { as });
  const listening = onEvents({
    client,
    repo: createRepo(client, 'projects', createCursors('')),
    ledger: createLedger(client, 'ledger'),
    clock: () => world.now,
  });
  const bring = (detail: object) => listening({ detail } as EventBridgeEvent<string, unknown>);
  const tell = (subject: string, projectId: string, type = 'volunteering.activity-planned') =>
    bring({ type, scope: communityId, subject, at: world.now.toISOString(), data: { projectId, kind: 'other' } });
  return {
    ...{ ...stage, worker, resident, secretary, branchId, branchOf, unitOf, unitId, contact, member, withdraw, made },
    ...{ need, waiting, offer, unsure, start, post, nominated, decide, tell, bring },
  };
};
export type Town = Awaited<ReturnType<typeof stageProjects>>;
export const itemsOf = ({ body }: { body: Record<string, unknown> }) => body['items'] as Record<string, unknown>[];
