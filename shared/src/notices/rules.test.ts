import { TOLD, alsoTold, concernedRoles, isTold, keptOf, mattersOf, serviceSliceOf, shiftsOf } from './rules';

const A = '01ARYZ6S410000000000000001';
const B = '01ARYZ6S410000000000000002';

test.each([
  ['what is publicised', 'procedures.notice-published', {}, true],
  ['a vote that is opened', 'votes.vote-opened', {}, true],
  ['its matter being merged into another', 'councils.matters-merged', { from: A, into: B }, true],
  ['another matter that arrived in theirs', 'councils.matters-merged', { from: A, into: B, moved: 3 }, true],
  ['its matter being split', 'councils.matter-split', { first: A, second: B }, true],
  ['an announcement let out for later by a second person', 'announcements.scheduled', { approvedFor: A }, true],
  ['one nobody had to approve', 'announcements.scheduled', {}, false],
  ['a result that is sent back', 'resolutions.result-sent-back', {}, true],
  ['one more who supports', 'councils.proposal-supported', { onAgenda: false }, false],
  ['the one who brings it on the agenda', 'councils.proposal-supported', { onAgenda: true }, true],
  ['a point in the discussion', 'councils.point-added', {}, false],
  ['an answer to a review, which is its author’s own business', 'resolutions.review-answered', {}, false],
  ['what nobody knows', 'gardens.planted', {}, false],
])('followers are told of %s: %p', (_, type, data, told) => expect(isTold(type, data)).toBe(told));

test('no event is listed twice', () => expect(new Set(TOLD).size).toBe(TOLD.length));

test.each([
  ['its subject', {}, ['subject']],
  ['the matter it names', { proposalId: A }, [A]],
  ['the matters of a meeting', { proposalIds: `${A},${B}` }, [A, B]],
  ['each once', { proposalIds: `${A} ${A}` }, [A]],
  ['its subject, when what it names is no id', { proposalId: 'x' }, ['subject']],
])('an event concerns %s', (_, data, want) =>
  expect(mattersOf('subject', data as Record<string, string>)).toEqual(want),
);

test('who is to do a task is told of it; anything else that stands there is nobody', () => {
  expect([
    alsoTold({ ownerId: A }),
    alsoTold({ outside: true }),
    alsoTold({ ownerId: 3 }),
    alsoTold({ ownerId: 'x' }),
  ]).toEqual([[A], [], [], []]);
});

test.each([
  ['meetings.meeting-called', { roles: 'councilMember,chair' }, ['councilMember', 'chair']],
  ['meetings.meeting-cancelled', { roles: 'chair' }, ['chair']],
  ['meetings.meeting-called', { roles: 'resident' }, ['resident']],
  ['meetings.meeting-changed', { roles: 'owner,chair,king' }, ['owner', 'chair']],
  ['meetings.meeting-called', {}, []],
  ['meetings.matter-heard', { roles: 'chair' }, []],
  ['votes.vote-opened', { roles: 'chair' }, []],
  ['votes.vote-opened', { unit: 'household' }, ['resident']],
  ['votes.vote-opened', { unit: 'person' }, ['resident']],
  ['votes.vote-opened', { unit: 'delegate' }, ['councilMember']],
  ['votes.vote-opened', { unit: 'owner' }, ['owner']],
  ['votes.vote-decided', { unit: 'owner' }, []],
  ['procedures.notice-published', { entitled: 'owner' }, ['owner']],
  ['procedures.notice-published', {}, []],
] as const)('of %s %j the holders of %j are told too', (type, data, roles) =>
  expect(concernedRoles(type, data)).toEqual(roles),
);

test('a notice keeps what its words need and no list of who is told', () => {
  expect(keptOf({ meetingId: 'm', proposalIds: 'a,b', roles: 'chair', entitled: 'owner', closesAt: 'x' })).toEqual({
    ...{ meetingId: 'm', closesAt: 'x' },
  });
});

describe('volunteers', () => {
  test.each([
    ['a shift at another time', 'volunteering.shift-changed', { moved: true }, true],
    ['a shift with more places', 'volunteering.shift-changed', { moved: false }, false],
    ['an activity that comes of a request', 'volunteering.activity-planned', { askedBy: A }, true],
    ['an activity somebody thought of', 'volunteering.activity-planned', { kind: 'order' }, false],
    ['whoever moved up', 'volunteering.moved-up', { volunteerId: A }, true],
    ['each one who signs up', 'volunteering.signed-up', {}, false],
    ['each one who comes', 'volunteering.checked-in', {}, false],
  ])('are told of %s: %p', (_, type, data, told) => expect(isTold(type, data)).toBe(told));

  test('the people of a shift are told, or one person by name', () => {
    expect(shiftsOf({ shiftIds: `${A},${B},${A}` })).toEqual([A, B]);
    expect(shiftsOf({ shiftId: A, startsAt: '2026-11-28T01:00:00.000Z' })).toEqual([A]);
    expect(shiftsOf({ shiftId: A, volunteerId: B })).toEqual([]);
    expect(shiftsOf({ shiftIds: 'everybody' })).toEqual([]);
    expect(alsoTold({ volunteerId: B })).toEqual([B]);
    expect(alsoTold({ organiserId: A, askedBy: B })).toEqual([A, B]);
    expect(alsoTold({ toldId: A })).toEqual([A]);
    const slices = ['volunteering.moved-up', 'wishes.claimed', 'votes.vote-opened'].map(serviceSliceOf);
    expect(slices).toEqual(['volunteering', 'wishes', undefined]);
  });
  test('a notice does not say who else is told', () =>
    expect(keptOf({ shiftIds: A, volunteerId: B, organiserId: A, askedBy: B, toldId: A, startsAt: 'x' })).toEqual({
      startsAt: 'x',
    }));
});
