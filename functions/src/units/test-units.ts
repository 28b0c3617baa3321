import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import { units } from '@gongzhi/shared/units/contract';
import { createCursors } from '../kernel/cursor';
import { createFindMember } from '../kernel/find-member';
import { stageSlice } from '../kernel/test-stage';
import { createParty } from '../kernel/party';
import { createUnits } from '../kernel/units';
import { unitsHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';

export const TABLES = ['identity', 'directory', 'ledger', 'units', 'party'];
export const HOSPITAL = {
  name: '市第三医院',
  kind: 'hospital',
  where: 'here',
  address: '幸福路 3 号',
  about: '内科门诊',
};

/** A community with a worker, a resident and units, on a running engine. For tests. */
export const stageUnits = async (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  const stage = stageSlice({
    ...{ endpoint, slice: 'units', contract: units, through },
    doorOf: ({ base, client, cursors, check }) =>
      unitsHandler({
        ...base,
        repo: createRepo(client, 'units', cursors),
        reader: createUnits(client, 'units'),
        findMember: createFindMember(client, 'directory'),
        check,
      }),
  });
  const [worker, resident] = [await stage.person(['worker'], '李静'), await stage.person()];
  const listening = onEvents({
    repo: createRepo(stage.client, 'units', createCursors('')),
    party: createParty(stage.client, { party: 'party', identity: 'identity' }, () => stage.world.now),
  });
  /** An event of the directory about somebody. */
  const tell = (type: string, subject: string, data: object = {}, at = stage.world.now.toISOString()) =>
    listening({ detail: { type, scope: stage.communityId, subject, at, data } } as EventBridgeEvent<string, unknown>);
  const addUnit = async (more: object = {}): Promise<string> =>
    String((await stage.call('addUnit', { ...HOSPITAL, ...more }, { as: worker })).body['unitId']);
  const contactOf = async (unitId: string): Promise<string> => {
    const personId = await stage.person(['unitContact'], '赵医生');
    await tell('directory.staff-joined', personId, { role: 'unitContact', unitId });
    return personId;
  };
  return { ...stage, worker, resident, tell, addUnit, contactOf };
};
export type Town = Awaited<ReturnType<typeof stageUnits>>;
