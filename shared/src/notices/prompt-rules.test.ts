import { ASKING, mayAsk, toAsk, type Offered } from './prompt-rules';

const now = new Date('2026-11-23T02:00:00.000Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

test.each([
  ['somebody who was never asked', {}, 'once', true],
  ['somebody who has one left', { balance: 1 }, 'once', true],
  ['somebody who has enough', { balance: ASKING.enough }, 'once', false],
  ['somebody who said no a week ago', { refusedAt: ago(7), askedAt: ago(7) }, 'once', false],
  ['somebody who said no a month ago', { refusedAt: ago(30), askedAt: ago(30) }, 'once', true],
  ['somebody who was asked this morning', { askedAt: ago(0.3) }, 'once', false],
  ['somebody who was asked the day before', { askedAt: ago(1) }, 'once', true],
  ['somebody who turned it off', { closed: true as const }, 'once', false],
  ['a long one that was granted', { balance: 1 }, 'long', false],
  ['a long one that was not', {}, 'long', true],
] as const)('%s', (_, more, type, asks) => expect(mayAsk({ balance: 0, ...more }, type, now)).toBe(asks));

const offered = (more: Partial<Record<string, Partial<Offered>>> = {}): Offered[] =>
  (['notice', 'vote', 'service', 'answer'] as const).map((kind) => ({
    ...{ kind, type: 'once' as const, balance: 0 },
    ...more[kind],
  }));

test.each([
  ['after following, for what comes of it', 'follow', {}, ['answer', 'vote', 'notice']],
  ['after signing up, for the shift', 'signUp', {}, ['service']],
  ['after a ballot, for the result', 'cast', {}, ['vote', 'notice']],
  ['not for what was refused', 'cast', { vote: { refusedAt: ago(1) } }, ['notice']],
  ['for nothing when there is enough', 'signUp', { service: { balance: 5 } }, []],
  ['never for one-time and long-term together', 'cast', { vote: { type: 'long' as const } }, ['vote']],
  ['by the button, for what runs out first', 'asked', { notice: { balance: 4 } }, ['vote', 'service', 'answer']],
  ['by the button, also after a no', 'asked', { vote: { refusedAt: ago(0) } }, ['notice', 'vote', 'service']],
] as const)('it asks %s', (_, moment, more, want) => expect(toAsk(moment, offered(more), now)).toEqual(want));

test('a deployment without templates asks for nothing', () => expect(toAsk('follow', [], now)).toEqual([]));
