import { announcements } from '@gongzhi/shared/announcements/contract';
import { audienceOf, contentOf, draftFrom, EMPTY, faultsOf, missingOf, placesOf } from './model';

const ID = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const draft = { ...EMPTY, title: '周三停水', body: '请提前接水' };

test('places are taken as people write them', () => {
  expect(placesOf('3号楼、5号楼2单元，8栋\n3号楼')).toEqual([
    { building: '3号楼' },
    { building: '5号楼', unit: '2单元' },
    { building: '8栋' },
  ]);
  expect(placesOf('幸福里')).toEqual([{ building: '幸福里' }]);
});

test.each([
  [{ whom: 'whole' as const, buildings: '3号楼' }, {}],
  [
    { whom: 'some' as const, buildings: '3号楼', bands: ['75+' as const] },
    { places: [{ building: '3号楼' }], bands: ['75+'] },
  ],
  [{ whom: 'followers' as const, followers: ID }, { followers: ID }],
  [{ whom: 'people' as const, people: [{ id: ID, name: '王秀兰' }] }, { people: [ID] }],
])('an audience of %j', (part, want) => expect(audienceOf({ ...draft, ...part })).toEqual(want));

test('what is written is what the route takes, and a kept draft comes back as it was', () => {
  const full = {
    ...{ ...draft, place: '3号楼前', date: '2026-12-02', start: '09:00', end: '11:00', whom: 'some' as const },
    ...{ buildings: '3号楼', bands: ['75+' as const], links: [{ to: 'proposal' as const, id: ID, label: '加装电梯' }] },
  };
  const content = contentOf(full);
  const input = { communityId: '310106000001', content };
  expect(announcements.saveDraft.input.safeParse(input, { jitless: true }).error?.issues ?? []).toEqual([]);
  expect(content.words).toMatchObject({ when: '2026-12-02T01:00:00.000Z', until: '2026-12-02T03:00:00.000Z' });
  const head = { announcementId: ID, title: full.title, state: 'draft' as const, at: '', version: 1, whole: false };
  const kept = {
    ...head,
    kind: content.kind,
    words: content.words,
    audience: content.audience,
    revision: 1,
    mine: true,
  };
  expect(draftFrom(kept)).toEqual(full);
});

test('what is missing is said before anything is sent', () => {
  expect(missingOf(draft)).toBeUndefined();
  expect(missingOf({ ...draft, body: ' ' })).toContain('正文');
  expect(missingOf({ ...draft, whom: 'some' })).toContain('条件');
  expect(missingOf({ ...draft, whom: 'followers' })).toContain('一件事');
  expect(missingOf({ ...draft, whom: 'people' })).toContain('一个人');
});

test('what is wrong stands at its field', () => {
  const issue = { path: ['content', 'words', 'title'], message: '标题不能换行' };
  expect(faultsOf([issue, { path: ['content', 'audience', 'places'], message: '最多' }])).toEqual({
    ...{ title: '标题不能换行', audience: '最多' },
  });
});
