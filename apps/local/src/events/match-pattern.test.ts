import { matchPattern } from './match-pattern';

const EVENT = {
  source: 'gongzhi',
  'detail-type': 'councils.vote-closed',
  resources: ['arn:a', 'arn:b'],
  detail: { scope: '330102004051', count: 3, via: 'app', data: { state: 'passed' } },
};

describe('an event pattern', () => {
  it.each([
    ['one of the values listed', { source: ['other', 'gongzhi'] }, true],
    ['none of the values listed', { source: ['other'] }, false],
    ['every field named', { source: ['gongzhi'], 'detail-type': ['councils.vote-opened'] }, false],
    ['a field inside the detail', { detail: { data: { state: ['passed'] } } }, true],
    ['a number', { detail: { count: [3] } }, true],
    ['a number written as text', { detail: { count: ['3'] } }, false],
    ['a member of the event’s list', { resources: ['arn:b'] }, true],
    ['a prefix', { 'detail-type': [{ prefix: 'councils.' }] }, true],
    ['another prefix', { 'detail-type': [{ prefix: 'directory.' }] }, false],
    ['a suffix', { 'detail-type': [{ suffix: '-closed' }] }, true],
    ['anything but a value', { detail: { via: [{ 'anything-but': 'import' }] } }, true],
    [
      'anything but values with this one among them',
      { detail: { via: [{ 'anything-but': ['app', 'import'] }] } },
      false,
    ],
    ['anything but a prefix', { 'detail-type': [{ 'anything-but': { prefix: 'councils.' } }] }, false],
    ['a field that exists', { detail: { via: [{ exists: true }] } }, true],
    ['a field that must not exist', { detail: { via: [{ exists: false }] } }, false],
    ['a missing field that must not exist', { detail: { behalf: [{ exists: false }] } }, true],
    ['a missing field', { detail: { behalf: ['x'] } }, false],
    ['a field inside a missing one', { detail: { more: { deep: ['x'] } } }, false],
  ])('asks for %s', (_, pattern, matches) => expect(matchPattern(pattern, EVENT)).toBe(matches));

  it('is refused when it has a condition the bus does not know', () =>
    expect(() => matchPattern({ source: [{ wildcard: 'g*' }] }, EVENT)).toThrow(
      'does not understand the condition "wildcard"',
    ));
});
