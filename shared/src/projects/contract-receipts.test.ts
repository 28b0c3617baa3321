import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, says, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { projects } from './contract';
import { at, id, type Name } from './test-inputs';

/** What goes out: receipts are ids, states and instants, and what is read shows what it may and no more. */
const need = { needId: id(1), state: 'waiting', at };
const resource = { resourceId: id(2), state: 'waiting', at };
const project = { projectId: id(3), state: 'gathering', at };
const member = { projectId: id(3), at };
const post = { postId: id(4), state: 'open', at };
const nomination = { postId: id(4), state: 'asked', at };
const NEEDS = ['waiting', 'open', 'taken', 'done', 'closed', 'declined'];
const RESOURCES = ['waiting', 'open', 'closed', 'declined'];
const PROJECTS = ['gathering', 'underway', 'done', 'cancelled'];
/** The same for each route named. */
const each = <T extends unknown[]>(names: Name[], ...rest: T) => names.map((name): [Name, ...T] => [name, ...rest]);
const RECEIPTS: [Name, receipt: object, states: string[]][] = [
  ...each(['postNeed', 'decideNeed', 'closeNeed'], need, NEEDS),
  ...each(['offerResource', 'decideResource', 'closeResource'], resource, RESOURCES),
  ...each(['startProject', 'tellStep', 'finishProject', 'cancelProject'], project, PROJECTS),
  ...each(['joinProject', 'leaveProject'], member, []),
  ['setPostClasses', { at }, []],
  ...each(['addPost', 'closePost'], post, ['open', 'closed']),
  ...each(['nominate', 'giveUpPost', 'decideNomination'], nomination, ['asked', 'held', 'declined', 'given']),
];
const gives = (name: Name, answer: unknown) =>
  (projects[name] as Route).output.safeParse(answer, { jitless: true }).success;
const names = Object.keys(projects) as Name[];

test('every command has a receipt here', () => {
  const commands = names.filter((name) => isCommand(projects[name]));
  expect(RECEIPTS.map(([name]) => name).sort()).toEqual(commands.sort());
});
test.each(RECEIPTS)('the receipt of %s is whole, and has no room for a name, a phone or a text', (name, good) => {
  expect(gives(name, good)).toBe(true);
  for (const field of Object.keys(good)) {
    const { [field]: _, ...rest } = good as Record<string, unknown>;
    expect([field, gives(name, rest)]).toEqual([field, false]);
    for (const leak of ['王阿姨家在 3 号楼', '13800000000', '谢谢', '', null, 7, [id(1)], { name: '王阿姨' }])
      expect([field, leak, gives(name, { ...good, [field]: leak })]).toEqual([field, leak, false]);
  }
  for (const more of ['name', 'phone', 'title', 'about', 'words', 'reason', 'personId', 'members', 'taken', 'key'])
    expect([more, gives(name, { ...good, [more]: id(1) })]).toEqual([more, false]);
});
test.each(RECEIPTS)('the receipt of %s knows its states, and instants of one form', (name, good, states) => {
  const known = ['waiting', 'open', 'taken', 'done', 'closed', 'declined', 'gathering', 'underway', 'cancelled'];
  const all = [...known, 'asked', 'held', 'given', 'published'];
  if ('state' in good) expect(all.filter((state) => gives(name, { ...good, state })).sort()).toEqual(states.sort());
  for (const wrong of ['2026-11-27', '2026-11-27T02:00:00Z', '2026-11-27T10:00:00.000+08:00', Date.parse(at)])
    expect([wrong, gives(name, { ...good, at: wrong })]).toEqual([wrong, false]);
});

const aNeed = { ...need, title: '借', kind: 'place', about: '用', by: 'resident', mine: false };
const aResource = { ...resource, title: '会议室', kind: 'place', about: '20 人', unitId: id(6), unitName: '市三院' };
const used = { resourceId: id(2), title: '会议室', unitId: id(6), unitName: '市三院' };
const aProject = {
  ...{ ...project, title: '共享', about: '每月', resources: [used], members: 3, steps: 1, mine: true, led: false },
};
const aPost = { ...post, className: '巡逻', title: '夜巡', about: '走', slots: 2, taken: 1 };
const asked = { postId: id(4), title: '夜巡', personId: id(7), name: '张党员', at };
const own = { ...nomination, title: '夜巡' };
/** Each item, what it may have besides, and its figures. */
const ITEMS: [Name, item: object, besides: object, figures: string[]][] = [
  ...each(
    ['listNeeds', 'listMyNeeds', 'listWaitingNeeds'],
    aNeed,
    { amount: '1', reason: '重复', projectId: id(3) },
    [],
  ),
  ...each(
    ['listResources', 'listUnitResources', 'listWaitingResources'],
    aResource,
    { when: '周末', reason: '重复' },
    [],
  ),
  ...each(['listProjects', 'listUnitProjects'], aProject, { needId: id(1), result: '用上了', endedAt: at }, [
    ...['members', 'steps'],
  ]),
  ['listProjectMembers', { personId: id(7), name: '李叔' }, {}, []],
  ['listSteps', { stepId: id(8), words: '谈好了', at }, {}, []],
  ['listService', { activityId: id(9), at }, {}, []],
  ['listPosts', aPost, { needId: id(1), mine: 'held' }, ['slots', 'taken']],
  ['listHolders', { name: '张党员' }, {}, []],
  ['listMyNominations', own, { reason: '人在外地' }, []],
  ['listNominations', asked, {}, []],
];
test('every list has its item here', () => {
  const lists = names.filter((name) => gives(name, { items: [] }));
  expect(ITEMS.map(([name]) => name).sort()).toEqual(lists.sort());
});
test.each(ITEMS)(
  '%s shows its items whole, a cursor when there is more, and no figure that ranks',
  (name, item, more) => {
    const of = (one: object) => gives(name, { items: [one] });
    expect([of(item), of({ ...item, ...more }), gives(name, { items: [item, item], next: 'c' })]).toEqual([
      ...[true, true, true],
    ]);
    expect([gives(name, { items: [item], next: '' }), gives(name, { items: [item], total: 1 })]).toEqual([
      false,
      false,
    ]);
    for (const field of Object.keys(item)) {
      const { [field]: _, ...rest } = item as Record<string, unknown>;
      expect([field, of(rest)]).toEqual([field, false]);
      expect([field, of({ ...item, [field]: null })]).toEqual([field, false]);
    }
    const hidden = [
      'authorId',
      'leadId',
      'phone',
      'branchId',
      'householdId',
      'building',
      'kindOfMember',
      'pk',
      'version',
    ];
    for (const field of [...hidden, 'rank', 'score', 'likes', 'views', 'points', 'hours', 'order'])
      expect([field, of({ ...item, [field]: 1 })]).toEqual([field, false]);
  },
);
test.each(ITEMS)('%s names nobody it does not mean to, and counts in whole numbers', (name, item, more, figures) => {
  const of = (one: object) => gives(name, { items: [{ ...item, ...one }] });
  for (const field of ['name', 'personId', 'holders', 'members', 'words'])
    if (!(field in item)) expect([field, of({ [field]: id(7) })]).toEqual([field, false]);
  for (const field of figures)
    expect([0, 12, 1.5, '2', Number.NaN].map((value) => of({ [field]: value }))).toEqual([
      ...[true, true, false, false, false],
    ]);
  for (const field of Object.keys({ ...item, ...more }).filter((key) => key.endsWith('Id')))
    for (const leak of ['王阿姨', '', id(1).toLowerCase()])
      expect([field, of({ [field]: leak })]).toEqual([field, false]);
});

test('one thing is shown as its list shows it; a resource in a project by what it is and whose, no more', () => {
  expect([gives('readNeed', aNeed), gives('readProject', aProject), gives('readPost', aPost)]).toEqual([
    ...[true, true, true],
  ]);
  expect([gives('readNeed', { ...aNeed, by: '王阿姨' }), gives('readPost', { ...aPost, state: 'full' })]).toEqual([
    ...[false, false],
  ]);
  for (const more of ['contact', 'phone', 'about', 'state'])
    expect(gives('readProject', { ...aProject, resources: [{ ...used, [more]: '1' }] })).toBe(false);
});
test('classes say where their names come from, and a table is a PDF', () => {
  const classes = { names: ['巡逻'], source: '本社区', sourceDate: '2026-11-27', verified: false };
  expect(gives('readPostClasses', classes)).toBe(true);
  for (const field of Object.keys(classes))
    expect([field, gives('readPostClasses', { ...classes, [field]: undefined })]).toEqual([field, false]);
  const table = { fileName: '需求表.pdf', mediaType: 'application/pdf', base64: 'JVBERi0=' };
  expect([gives('printNeeds', table), gives('printNeeds', { ...table, mediaType: 'text/html' })]).toEqual([
    true,
    false,
  ]);
  expect(gives('printNeeds', { ...table, url: 'https://example.com' })).toBe(false);
});

const declared = [...new Set(Object.values(projects).flatMap(({ refusals }) => refusals as readonly RefusalCode[]))];
const FACTS: Partial<Record<RefusalCode, Record<string, string | number>>> = {
  TEXT_RISKY: { reason: '疑似广告' },
  PROJECT_FULL: { most: 200 },
};
test.each(declared)('%s is a sentence in Chinese with its figures, and never a success', (refused) => {
  const facts = FACTS[refused];
  const said = says(facts ? { refused, facts } : { refused });
  expect(said).toMatch(/^[\p{Script=Han}“].*。$/u);
  expect(said).not.toMatch(/…|\{|[A-Z]{3}/);
  for (const fact of Object.values(facts ?? {})) expect(said).toContain(String(fact));
  expect([400, 403, 404, 409]).toContain(REFUSALS[refused][0]);
});
