import { PROCEDURES, gatesOf, procedureOf } from './definitions';

/**
 * What each shipped procedure asks for, written down a second time: a number, a step or its order that changes without
 * anybody meaning it changes what residents may rely on.
 */
const ASKED: Record<string, string[]> = {
  'community-council-2026-1': [
    ...['gather/supporters', 'discuss/heard 1 asked', 'publicity/publicity 3 working', 'publicity/objections'],
    ...['vote/vote', 'result/result 3 working', 'carry/completed', 'review/reviewed'],
  ],
  'four-and-two-2026-1': [
    ...['propose/propose >1/2 >1/2', 'consult/consult >1/2 >1/2', 'deliberate/deliberate >1/2 >1/2', 'vote/vote'],
    ...['result/result 7 working', 'carry/completed', 'open-result/publicity 3 working', 'open-result/objections'],
  ],
  'residents-meeting-2026-1': [
    ...['gather/supporters', 'notice/notice 7 calendar', 'publicity/publicity 3 working', 'publicity/objections'],
    ...['vote/vote', 'result/result 3 working', 'carry/completed', 'review/reviewed'],
  ],
  'delegates-meeting-2026-1': [
    ...['gather/supporters', 'notice/notice 7 calendar', 'publicity/publicity 3 working', 'publicity/objections'],
    ...['vote/vote', 'result/result 3 working', 'carry/completed', 'review/reviewed'],
  ],
  // 物业管理条例: notice fifteen days before the meeting, and no community may go below
  'owners-2021-1': [
    ...['gather/supporters', 'notice/notice 15 calendar ≥15', 'vote/vote', 'result/result 3 working'],
    ...['carry/completed', 'review/reviewed'],
  ],
  'hearing-2026-1': [
    ...['gather/supporters', 'notice/notice 3 calendar', 'discuss/heard 1 asked', 'publicity/publicity 3 working'],
    'publicity/objections',
  ],
  'coordination-2026-1': ['gather/supporters', 'discuss/heard 1 asked', 'agreement/agreement ≥1/1 ≥1/1'],
  'appraisal-2026-1': [
    ...['gather/supporters', 'notice/notice 3 calendar', 'discuss/heard 1 asked', 'publicity/publicity 3 working'],
    'publicity/objections',
  ],
  'poll-2026-1': ['gather/supporters', 'vote/vote'],
};
type Share = { num: number; den: number; strict: boolean };
const inWords = ({ num, den, strict }: Share) => `${strict ? '>' : '≥'}${num}/${den}`;

test.each(PROCEDURES.map(({ procedureId, stages }) => [procedureId, stages] as const))('%s', (id, stages) => {
  const asked = stages.flatMap(({ stageId, gates }) =>
    gates.map(({ gateId, number, shares }) =>
      [
        `${stageId}/${gateId}`,
        ...(number ? [number.value, number.unit] : []),
        ...(number?.floor === undefined ? [] : [`≥${number.floor}`]),
        ...(shares ? [inWords(shares.present), inWords(shares.agree)] : []),
      ].join(' '),
    ),
  );
  expect(asked).toEqual(ASKED[id]);
});

test('every procedure can come to its end: what is carried out was voted on, and a result hangs out after a vote', () => {
  for (const procedure of PROCEDURES) {
    const kinds = gatesOf(procedure).map(({ kind }) => kind);
    const voted = kinds.indexOf('vote');
    for (const kind of ['days', 'completed', 'reviewed'] as const)
      if (kinds.includes(kind))
        expect([procedure.name, kind, voted >= 0 && voted < kinds.indexOf(kind)]).toEqual([procedure.name, kind, true]);
    if (kinds.includes('reviewed')) expect(kinds).toContain('completed');
  }
});

test('every hearing says which meetings count', () => {
  for (const gate of PROCEDURES.flatMap((procedure) => gatesOf(procedure)).filter(({ kind }) => kind === 'heard'))
    expect(gate.meetings?.length).toBeGreaterThan(0);
});

test('only what was checked against its text says so: the owners’ law and the poll, which rests on none', () => {
  expect(PROCEDURES.filter(({ verified }) => verified).map(({ name }) => name)).toEqual(['业主大会', '意见征询']);
});
test('every floor comes from a text that was checked, and its own number is not below it', () => {
  for (const { number } of PROCEDURES.flatMap(gatesOf))
    if (number?.floor !== undefined) expect([number.verified, number.value >= number.floor]).toEqual([true, true]);
});
test('the three meetings decide nothing by a vote, and are of the community’s own rules', () => {
  for (const id of ['hearing-2026-1', 'coordination-2026-1', 'appraisal-2026-1'])
    expect(procedureOf(id)).toMatchObject({ ruleIds: [], force: 'council' });
});
test('a procedure that is not there is not found', () => expect(procedureOf('election')).toBeUndefined());
