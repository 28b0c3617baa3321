import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, says, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { party } from './contract';
import { at, communityId, id, type Name } from './test-inputs';

/** What goes out: receipts are ids, states and instants, and each reader is given their own part and no more. */
const ofBranch = { branchId: id(1), at };
const ofReport = { state: 'asked', at };
const ofMember = { personId: id(2), ...ofReport };
const each = <T extends unknown[]>(names: Name[], ...rest: T) => names.map((name): [Name, ...T] => [name, ...rest]);
const RECEIPTS: [Name, receipt: object][] = [
  ...each(['addBranch', 'changeBranch', 'closeBranch'], ofBranch),
  ...each(['reportIn', 'setSkills', 'setOpen', 'askRenewal', 'leaveParty'], ofReport),
  ['moveAway', { ...ofReport, to: communityId }],
  ...each(['confirmOrganisation', 'confirmCommunity', 'setUnit', 'decline'], ofMember),
  ['setTerm', { months: 12, at }],
];
const STATES = ['asked', 'valid', 'ended', 'declined', 'moved', 'left', 'withdrawn'];
const gives = (name: Name, answer: unknown) =>
  (party[name] as Route).output.safeParse(answer, { jitless: true }).success;
const names = Object.keys(party) as Name[];
const less = (whole: object, field: string) =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field));

test('every command has a receipt here', () => {
  const commands = names.filter((name) => isCommand(party[name]));
  expect(RECEIPTS.map(([name]) => name).sort()).toEqual(commands.sort());
});
test.each(RECEIPTS)('the receipt of %s is whole, and has no room for a name, a phone or a text', (name, good) => {
  expect(gives(name, good)).toBe(true);
  for (const field of Object.keys(good)) {
    expect([field, gives(name, less(good, field))]).toEqual([field, false]);
    for (const leak of ['王秀兰', '区水务局', '13800000000', '第一支部', '', null, [id(1)], { name: '王' }, 1.5])
      expect([field, leak, gives(name, { ...good, [field]: leak })]).toEqual([field, leak, false]);
  }
  const more = ['displayName', 'name', 'kind', 'unitName', 'building', 'skills', 'reason', 'secretaryId', 'validUntil'];
  for (const field of more) expect([field, gives(name, { ...good, [field]: id(5) })]).toEqual([field, false]);
});
test.each(RECEIPTS)('the receipt of %s knows its states, and instants of one form', (name, good) => {
  for (const state of STATES) if ('state' in good) expect(gives(name, { ...good, state })).toBe(true);
  for (const state of ['renewed', 'confirmed', 'party', '已报到'])
    if ('state' in good) expect(gives(name, { ...good, state })).toBe(false);
  for (const wrong of ['2026-11-27', '2026-11-27T02:00:00Z', '2026-11-27T10:00:00.000+08:00', Date.parse(at)])
    expect([wrong, gives(name, { ...good, at: wrong })]).toEqual([wrong, false]);
});

const asUnit = {
  ...{ personId: id(2), displayName: '王秀兰', kind: 'inService', state: 'valid', askedAt: at },
  ...{ renewing: false, endsSoon: true },
};
const times = { since: at, validUntil: at, organisation: { at, by: 'app' }, community: { at, by: 'paper' } };
const asSecretary = { ...asUnit, skills: ['law'] };
const asWorker = { ...asSecretary, branch: { branchId: id(1), name: '第一支部' } };
const forWorker = { unit: { unitId: id(4), name: '区水务局' }, earlier: communityId };
const kept = { ...asWorker.branch, secretaryId: id(3), secretaryName: '李书记', members: 4, closed: false };
const reading = { day: '2026-11-27', at, times: 2, as: 'secretary', what: 'branch', readerName: '李书记' };
const kinds = { branch: 3, inService: 0, retired: 4, company: 5 };
/** Each item and what it may have besides. */
const ITEMS: [Name, item: object, besides: object][] = [
  ['listBranches', asWorker.branch, {}],
  ['listKeptBranches', kept, {}],
  ['listBranchMembers', asSecretary, { ...times, building: '3 号楼' }],
  ['listAccess', reading, {}],
  ['listWaiting', asWorker, { ...times, ...forWorker, building: '3 号楼' }],
  ['listUnitMembers', asUnit, times],
  ['listOpen', { displayName: '王秀兰' }, {}],
  ['listStreetFigures', { communityId, name: '幸福社区' }, { valid: 12, kinds, buildings: 4 }],
];
test('every list has its item here', () => {
  const lists = names.filter((name) => gives(name, { items: [] }));
  expect(ITEMS.map(([name]) => name).sort()).toEqual(lists.sort());
});
test.each(ITEMS)(
  '%s shows its items whole, a cursor when there is more, and nothing that ranks',
  (name, item, more) => {
    const of = (one: object) => gives(name, { items: [one] });
    expect([of(item), of({ ...item, ...more }), gives(name, { items: [item, item], next: 'c' })]).not.toContain(false);
    expect([gives(name, { items: [item], next: '' }), gives(name, { items: [item], total: 1 })]).not.toContain(true);
    for (const field of Object.keys(item)) {
      expect([field, of(less(item, field))]).toEqual([field, false]);
      expect([field, of({ ...item, [field]: null })]).toEqual([field, false]);
    }
    const ranks = ['rank', 'score', 'points', 'hours', 'rate', 'percent', 'services', 'lastSeen'];
    for (const field of [
      ...ranks,
      'phone',
      'idNumber',
      'householdId',
      'room',
      'joinedParty',
      'pk',
      'version',
      'reason',
    ])
      expect([field, of({ ...item, [field]: 1 })]).toEqual([field, false]);
  },
);
test.each(ITEMS)(
  '%s tells of a member what its reader needs, and of one who is shown only a name',
  (name, item, more) => {
    const all = { ...asWorker, ...forWorker, ...times, building: '3 号楼', open: true, movedTo: communityId };
    for (const [field, value] of Object.entries(all))
      if (!(field in item) && !(field in more))
        expect([field, gives(name, { items: [{ ...item, [field]: value }] })]).toEqual([field, false]);
  },
);

test('what a reader is given is the same as what a member is told they are given', () => {
  const seen = { secretary: asSecretary, unit: asUnit, worker: asWorker, neighbour: { displayName: '王秀兰' } };
  expect([gives('readSeen', {}), gives('readSeen', seen), gives('readSeen', { ...seen, street: {} })]).toEqual([
    ...[true, true, false],
  ]);
  for (const [reader, part] of Object.entries(seen)) {
    expect(gives('readSeen', { [reader]: part })).toBe(true);
    for (const more of ['phone', 'householdId', 'open'])
      expect(gives('readSeen', { [reader]: { ...part, [more]: 1 } })).toBe(false);
  }
  expect(gives('readSeen', { unit: asSecretary })).toBe(false);
  const whole = { ...asWorker, ...forWorker, ...times, open: false, reason: '请补材料', movedTo: communityId };
  expect([
    gives('readReport', { now: at }),
    gives('readReport', { now: at, report: whole, building: '3 号楼' }),
  ]).toEqual([...[true, true]]);
  expect([gives('readReport', { report: whole }), gives('readReport', { now: at, report: asWorker })]).not.toContain(
    true,
  );
});
test('a confirmation says when and how, and not by whom', () => {
  const of = (word: object) => gives('listUnitMembers', { items: [{ ...asUnit, organisation: word }] });
  expect([of({ at, by: 'app' }), of({ at, by: 'paper' })]).toEqual([true, true]);
  for (const wrong of [{ at }, { by: 'app' }, { at, by: '李书记' }, { at, by: 'app', personId: id(3) }])
    expect(of(wrong)).toBe(false);
});
test('figures are whole, of every kind or of none; coverage counts a building and never names its members', () => {
  const figures = (answer: object) => gives('readFigures', answer);
  expect([figures({}), figures({ valid: 12 }), figures({ valid: 12, kinds })]).toEqual([true, true, true]);
  for (const kind of Object.keys(kinds)) {
    expect(figures({ kinds: less(kinds, kind) })).toBe(false);
    expect(figures({ kinds: { ...kinds, [kind]: 0.5 } })).toBe(false);
  }
  for (const more of ['asked', 'ended', 'names', 'branches', 'buildings']) expect(figures({ [more]: 3 })).toBe(false);
  const mine = (of: object) =>
    gives('readMyBranch', {
      ...asWorker.branch,
      coverage: { buildings: [{ building: '1', members: 2, ...of }], elsewhere: 1 },
    });
  expect([mine({}), mine({ members: 0 }), mine({ members: '2' }), mine({ names: ['王'] })]).toEqual([
    ...[true, true, false, false],
  ]);
});
test('a term says where it is written, a paper is a PDF', () => {
  const term = { months: 12, source: '本社区', sourceDate: '2026-11-27', verified: false };
  const paper = { fileName: '报到单.pdf', mediaType: 'application/pdf', base64: 'JVBERi0=' };
  for (const [name, whole] of [
    ['readTerm', term],
    ['printReport', paper],
  ] as const) {
    expect(gives(name, whole)).toBe(true);
    for (const field of Object.keys(whole)) expect([field, gives(name, less(whole, field))]).toEqual([field, false]);
    expect(gives(name, { ...whole, url: 'x' })).toBe(false);
  }
  expect(gives('printReport', { ...paper, mediaType: 'text/html' })).toBe(false);
});

const declared = [...new Set(Object.values(party).flatMap(({ refusals }) => refusals as readonly RefusalCode[]))];
const FACTS: Partial<Record<RefusalCode, Record<string, string | number>>> = {
  ...{ TEXT_RISKY: { reason: '疑似广告' }, BRANCH_IN_USE: { members: 7 }, RENEW_LATER: { day: '2027-10-02' } },
};
test.each(declared)('%s is a sentence in Chinese with its figures, and never a success', (refused) => {
  const facts = FACTS[refused];
  const said = says(facts ? { refused, facts } : { refused });
  expect(said).toMatch(/^[\p{Script=Han}“].*。$/u);
  expect(said).not.toMatch(/…|\{|[A-Z]{3}/);
  for (const fact of Object.values(facts ?? {}).filter((one) => typeof one === 'number'))
    expect(said).toContain(String(fact));
  expect([400, 403, 404, 409]).toContain(REFUSALS[refused][0]);
});
