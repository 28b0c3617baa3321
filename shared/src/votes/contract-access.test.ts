import { isCommand, type Access } from '@gongzhi/shared/kernel/contract';
import { votes } from './contract';
import { Vote } from './model';

/** Who may do what with a vote, decided here a second time: a route that lets more people in must be changed in two places. */
const WHO: Record<keyof typeof votes, string> = {
  checkReadiness: 'chair worker',
  openVote: 'chair',
  readRules: 'public',
  setShares: 'chair worker',
  listVotes: 'public',
  readVote: 'public',
  listTurnout: 'worker chair',
  castSecret: 'resident',
  enterPaper: 'worker',
  listEntries: 'worker',
  enterBox: 'worker',
  askHelp: 'worker',
  confirmHelp: 'resident owner',
  readHelp: 'resident owner',
  listHelpCodes: 'chair',
  castAssisted: 'worker',
  readList: 'public',
  proveMark: 'public',
  offerProxy: 'resident owner',
  acceptProxy: 'resident owner',
  registerProxy: 'worker',
  revokeProxy: 'resident owner',
  markSeen: 'resident owner',
  readCoverage: 'public',
  castVote: 'resident owner',
  settleVote: 'chair worker',
};
const names = Object.keys(votes) as (keyof typeof votes)[];
const said = (access: Access) => (typeof access === 'string' ? access : access.join(' '));
test.each(names)('%s is for whom it was decided to be', (name) => {
  expect(said(votes[name].access)).toBe(WHO[name]);
});

const casting = ['castVote', 'castSecret', 'castAssisted'] as const;
test.each(casting)('%s refuses what stands against any ballot: no vote, no place on the roll, too late', (name) => {
  for (const code of ['NOT_FOUND', 'NOT_ON_ROLL', 'CLOSED', 'HOUSEHOLD_VOTED', 'VOTED_ON_PAPER', 'VOTED_ASSISTED'])
    expect(votes[name].refusals as readonly string[]).toContain(code);
});

test('a named and a secret ballot each refuse the other’s route', () => {
  expect(votes.castVote.refusals).toContain('SECRET_VOTE');
  expect(votes.castSecret.refusals).toContain('NOT_SECRET');
});

test('a receipt that is kept with its event holds no words and no names', () => {
  for (const name of names.filter((one) => isCommand(votes[one]))) {
    const fields = Object.keys((votes[name].output as { shape: object }).shape);
    expect({
      name,
      fields: fields.filter((one) => /title|body|name|text|reason|question|resolution|decision|reading/i.test(one)),
    }).toEqual({ name, fields: [] });
  }
});

test('a receipt of a secret ballot holds nothing of the choice, and is the same whatever was chosen', () => {
  expect(Object.keys(votes.castSecret.output.shape).sort()).toEqual(['mark', 'state', 'voteId']);
  expect(Object.keys(votes.castAssisted.output.shape).sort()).toEqual(['mark', 'state', 'voteId']);
});

test('no list of a vote that is open carries a choice beside a unit', () => {
  const item = votes.listTurnout.output.shape.items.def.element.shape;
  expect(Object.keys(item).sort()).toEqual(['channel', 'unitId']);
  expect(Object.keys(Vote.shape)).not.toContain('counts');
});

test('whatever everyone may read is a read; whatever changes something names who may', () => {
  for (const name of names) {
    const route = votes[name];
    if (isCommand(route)) expect({ name, access: Array.isArray(route.access) }).toEqual({ name, access: true });
    else expect('units' in route).toBe(false);
  }
});

test('only what one’s own word decides has DELETE, and nothing about ballots has', () => {
  expect(names.filter((name) => votes[name].method === ('DELETE' as string))).toEqual(['revokeProxy']);
});

const ID = '01JD0000000000000000PR0P01';
const H = 'a'.repeat(64);
const inVote = { communityId: '310104013001', voteId: ID };
const issues = (name: keyof typeof votes, more: object) =>
  (votes[name].input.safeParse({ ...inVote, ...more }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
test.each<[keyof typeof votes, object, string[]]>([
  ['castVote', { choice: 'for' }, []],
  ['castVote', { choice: 'for', unitId: ID, mark: H }, []],
  ['castVote', {}, ['choice: 请从列出的选项中选择']],
  ['castVote', { choice: 'invalid' }, ['choice: 请从列出的选项中选择']],
  ['castVote', { choice: 'for', mark: H.slice(1) }, ['mark: 此项的格式不对']],
  ['castVote', { choice: 'for', mark: H.toUpperCase() }, ['mark: 此项的格式不对']],
  ['castVote', { choice: 'for', unitId: 'door 101' }, ['unitId: 此项的格式不对']],
  ['castVote', { choice: 'for', area: 9_000 }, [': 不认识的字段：area']],
  ['castVote', { choice: 'for', personId: ID }, [': 不认识的字段：personId']],
  ['settleVote', { outcome: 'passed' }, [': 不认识的字段：outcome']],
  ['markSeen', { unitId: ID }, [': 不认识的字段：unitId']],
  ['readCoverage', { building: '1号楼' }, [': 不认识的字段：building']],
  ['readVote', { counts: 'now' }, [': 不认识的字段：counts']],
])('%s given %j', (name, more, expected) => {
  expect(issues(name, more)).toEqual(expected);
});

test('a page of votes goes on from a cursor of a length that was made', () => {
  const asking = (cursor: string) =>
    votes.listVotes.input.safeParse({ communityId: inVote.communityId, cursor }).success;
  expect(['', 'x', 'x'.repeat(512), 'x'.repeat(513)].map(asking)).toEqual([false, true, true, false]);
});
