import { composeOnce } from './compose-once';
import type { Seen } from './observe';
import { eventFor, knock } from './test-door';

const event = eventFor({ method: 'GET', path: '/gardens' });
const open = async () => ({ statusCode: 200, headers: {}, body: '{"open":true}' });

test('a handler is composed on its first request and kept', async () => {
  let composed = 0;
  const door = composeOnce(async () => {
    composed += 1;
    return open;
  });
  expect(composed).toBe(0);
  const heard = await Promise.all([knock(door, event), knock(door, event)]);
  await knock(door, event);
  expect([heard.map(({ body }) => body), composed]).toEqual([[{ open: true }, { open: true }], 1]);
});

test('a composition that fails is a bare 500 with the request id, is seen, and is tried again', async () => {
  const seen: Seen[] = [];
  let times = 0;
  const door = composeOnce(
    async () => {
      times += 1;
      if (times === 1) throw new Error('missing environment: SECRET_PEPPER');
      return open;
    },
    (it) => void seen.push(it),
  );
  const heard = await knock(door, event);
  expect([heard.status, heard.body, heard.headers['x-request-id']]).toEqual([
    500,
    { requestId: 'gateway-request-id' },
    'gateway-request-id',
  ]);
  expect(seen).toMatchObject([
    { route: 'compose', status: 500, error: new Error('missing environment: SECRET_PEPPER') },
  ]);
  expect((await knock(door, event)).body).toEqual({ open: true });
});

test('what the composed handler throws is its own affair', async () => {
  const door = composeOnce(async () => () => Promise.reject(new Error('inside')));
  await expect(knock(door, event)).rejects.toThrow('inside');
});
