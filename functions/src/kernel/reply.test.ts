import { calls } from '@gongzhi/shared/calls/contract';
import { REFUSALS, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { projects } from '@gongzhi/shared/projects/contract';
import { Busy, KeyReused } from './commit';
import { BadCursor } from './cursor';
import { broken, invalid, json, refused, replayed } from './reply';
import { Unreadable } from './request';

test('every refusal travels with the status of the one table', () => {
  for (const code of Object.keys(REFUSALS) as RefusalCode[])
    expect(refused({ refused: code }).statusCode).toBe(REFUSALS[code][0]);
});

test('a refusal carries its facts', () => {
  expect(JSON.parse(refused({ refused: 'HOUSEHOLD_FULL', facts: { seats: 2 } }).body)).toEqual({
    refused: 'HOUSEHOLD_FULL',
    facts: { seats: 2 },
  });
});

test('issues tell path and message and nothing else that zod knows', () => {
  const issue = { path: ['trees', 0], message: '此项必填', input: 'what was typed', code: 'custom' };
  expect(JSON.parse(invalid([issue]).body)).toEqual({ issues: [{ path: ['trees', 0], message: '此项必填' }] });
});

const [communityId, shift] = ['310106000001', { activityId: 'A', shiftId: 'S' }];
test.each([
  [calls.checkIn, 'code', ['1', '2']],
  [projects.startProject, 'resourceIds', 'not a list'],
])('of another kind than was asked for is one thing wrong, told in one sentence: %#', (route, field, value) => {
  const { error } = route.input.safeParse(
    { communityId, ...shift, [field]: value, plan: { [field]: value } },
    { jitless: true },
  );
  const raw = error?.issues.filter(({ path }) => path.at(-1) === field) ?? [];
  expect(raw).toHaveLength(2);
  const { issues } = JSON.parse(invalid(error?.issues ?? []).body) as { issues: { path: string[]; message: string }[] };
  expect(issues.filter(({ path }) => path.at(-1) === field).map(({ message }) => message)).toEqual(['此项的格式不对']);
});

test('two things wrong of one field are both told, and of two fields each', () => {
  const custom = (path: string[], message: string) => ({ code: 'custom', path, message });
  const all = [custom(['title'], '不能换行'), custom(['title'], '太长'), custom(['about'], '太长')];
  expect(JSON.parse(invalid([{ code: 'invalid_type', path: ['at'], message: '必填' }, ...all]).body)).toEqual({
    issues: [{ path: ['at'], message: '必填' }, ...all.map(({ path, message }) => ({ path, message }))],
  });
});

test('a repeated answer says so and is otherwise like the first', () => {
  expect(replayed({ id: 1 })).toEqual({
    ...json(200, { id: 1 }),
    headers: { ...json(200, {}).headers, 'idempotent-replayed': 'true' },
  });
});

const named = (name: string) => Object.assign(new Error('secret detail'), { name });
test.each([
  [new Unreadable(413, [{ path: [], message: '太大' }]), 413, { issues: [{ path: [], message: '太大' }] }],
  [new BadCursor(), 400, { refused: 'BAD_CURSOR' }],
  [new KeyReused(), 422, { refused: 'KEY_REUSED' }],
  [new Busy(), 503, { refused: 'BUSY' }],
  [named('ThrottlingException'), 503, { refused: 'BUSY' }],
  [named('ProvisionedThroughputExceededException'), 503, { refused: 'BUSY' }],
  [named('ValidationException'), 500, { requestId: 'r-1' }],
  [named('TypeError'), 500, { requestId: 'r-1' }],
  ['a string', 500, { requestId: 'r-1' }],
  [undefined, 500, { requestId: 'r-1' }],
])('%p becomes %i', (error, status, body) => {
  const reply = broken(error, 'r-1');
  expect([reply.statusCode, JSON.parse(reply.body)]).toEqual([status, body]);
  expect(reply.body).not.toContain('secret detail');
});
