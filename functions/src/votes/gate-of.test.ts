import fc from 'fast-check';
import { says } from '@gongzhi/shared/kernel/refusals';
import { gateOf, type Way } from './gate-of';

const AGENDA = '2026-11-24T00:00:00.000Z';

test.each<[string, Way, string]>([
  ['on the agenda', { agendaAt: AGENDA, threshold: 5 }, 'yes'],
  ['not so far', { threshold: 5 }, '附议人数还没有达到 5 人，暂时不能进入表决。'],
  ['voted on already', { agendaAt: AGENDA, voteId: 'v' }, '这件提案已经发起过表决。'],
  ['merged', { agendaAt: AGENDA, mergedInto: 'x' }, '这件事已经并入另一件，请到并入的那件事里发起表决。'],
  ['merged before it came so far', { mergedInto: 'x' }, '这件事已经并入另一件，请到并入的那件事里发起表决。'],
  ['split', { agendaAt: AGENDA, splitInto: ['x', 'y'] }, '这件事已经拆成两件，请到拆出的事项里发起表决。'],
])('a vote on a matter that is %s', (_, matter, sentence) => {
  const no = gateOf(matter, true);
  expect(no ? says(no) : 'yes').toBe(sentence);
});

test('a vote opens only where nothing but the agenda is written on a matter', () => {
  const written = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined });
  const way = fc.record({
    agendaAt: written(AGENDA),
    voteId: written('v'),
    mergedInto: written('x'),
    splitInto: written(['x', 'y']),
  });
  fc.assert(
    fc.property(way, ({ agendaAt, voteId, mergedInto, splitInto }) => {
      const matter = JSON.parse(JSON.stringify({ agendaAt, voteId, mergedInto, splitInto })) as Way;
      const { agendaAt: on, ...others } = matter;
      const free = Object.keys(others).length === 0;
      expect(gateOf(matter, true) === undefined).toBe(on !== undefined && free);
      expect(gateOf(matter, false) === undefined).toBe(free);
    }),
  );
});
