import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { notices } from './contract';
import { MOST_UNREAD } from './rules';

const ID = '01JD0000000000000000000001';
const AT = '2026-11-23T11:00:00.000Z';
const NOTICE = {
  ...{ noticeId: ID, type: 'votes.vote-decided', communityId: '310105000001', proposalId: ID },
  ...{ title: '给 3 号楼装一部电梯', at: AT, arrivedAt: AT, read: false, data: { outcome: 'passed', units: 21 } },
};
const shows = (notice: object) => notices.listInbox.output.safeParse({ items: [notice] }, { jitless: true }).success;

test('a notice carries what its sentence needs and nothing else', () => {
  expect(shows(NOTICE)).toBe(true);
  expect(shows({ ...NOTICE, body: '您好' })).toBe(false);
  expect(shows({ ...NOTICE, data: { who: { name: '王秀兰' } } })).toBe(false);
});
test.each(['noticeId', 'type', 'title', 'at', 'arrivedAt', 'read', 'data'])('a notice without %s is not shown', (key) =>
  expect(shows({ ...NOTICE, [key]: undefined })).toBe(false),
);
test('unread are counted up to a hundred', () => {
  const reads = (unread: unknown) => notices.countUnread.output.safeParse({ unread }, { jitless: true }).success;
  expect([0, MOST_UNREAD].map(reads)).toEqual([true, true]);
  expect([-1, 0.5, MOST_UNREAD + 1].map(reads)).toEqual([false, false, false]);
});
test.each([
  ['yesterday', false],
  ['2026-11-23T11:00:00Z', false],
  [AT, true],
])('everything up to %s may be marked as read: %s', (upTo, good) => {
  expect(notices.markAllRead.input.safeParse({ upTo }, { jitless: true }).success).toBe(good);
});
test('what is one’s own is one’s own: no route names another person; the templates are everybody’s, the reach the workers’', () => {
  const others: Partial<Record<string, unknown>> = { listTemplates: 'public', readReach: ['worker', 'supervisor'] };
  for (const [name, route] of Object.entries(notices as Record<string, Route>)) {
    expect([name, route.access]).toEqual([name, others[name] ?? 'person']);
    expect([name, /personId/.test(route.path)]).toEqual([name, false]);
  }
});
test('a prompt has at most three answers, each of another template', () => {
  const reads = (...kinds: string[]) => {
    const answers = kinds.map((kind) => ({ kind, answer: 'accept' }));
    return notices.recordPrompt.input.safeParse({ answers }, { jitless: true }).success;
  };
  expect([reads('vote'), reads('vote', 'notice', 'answer')]).toEqual([true, true]);
  expect([reads(), reads('vote', 'vote'), reads('vote', 'notice', 'answer', 'service'), reads('gardens')]).toEqual([
    ...[false, false, false, false],
  ]);
});
test('reading is asked for without changing, marking is a command that may be repeated', () => {
  const commands = Object.entries(notices as Record<string, Route>).filter(([, route]) => isCommand(route));
  expect(commands.map(([name]) => name)).toEqual([...['markRead', 'markAllRead', 'savePreferences', 'recordPrompt']]);
});
