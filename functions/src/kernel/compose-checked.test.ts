import { composeChecked } from './compose-checked';
import type { Seen } from './observe';
import { eventFor, knock } from './test-door';

const event = eventFor({ method: 'GET', path: '/gardens' });
const NAMES = [
  ...['TABLE_LEDGER', 'TABLE_IDENTITY', 'TABLE_DIRECTORY', 'TOKEN_KEYS', 'WECHAT_BASE_URL'],
  ...['SECRET_PEPPER', 'SECRET_WECHAT', 'SECRET_OPENID'],
];

test('every variable that is missing, of its own and of every such slice, is named in one error and in no answer', async () => {
  const seen: Seen[] = [];
  const build = () => {
    throw new Error('built without what it needs');
  };
  const door = composeChecked('gardens', ['TABLE_GARDENS'], build, (it) => void seen.push(it));
  const { status, body } = await knock(door, event);
  expect([status, body]).toEqual([500, { requestId: 'gateway-request-id' }]);
  expect(seen.map(({ error }) => (error as Error).message)).toEqual([
    `missing environment: ${[...NAMES, 'TABLE_GARDENS'].join(', ')}`,
  ]);
});
