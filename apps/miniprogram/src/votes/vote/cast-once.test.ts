import { markOf } from '@gongzhi/shared/votes/receipt';
import { offline, refusal, type Outcome } from '../../kernel/answer-of';
import { makeReceipts, type Receipt } from '../receipts';
import { castOnce, fateOf, type CastParts } from './cast-once';
import { refusedWords } from './secret-words';

const VOTE = { communityId: '310110009001', voteId: '01KATQ8M3N5P7R9S1T2V4W6X8Y', question: '种不种树' };
const OWNER = 'A';
type Sent = Parameters<CastParts['send']>[0];
type Server = (sent: Sent) => Outcome<{ voteId: string; mark: string; state: 'recorded' }>;

/** A phone, and a server that keeps the first mark, whose answers get lost as the test says. */
const phone = (server: Server) => {
  const kept = new Map<string, string>();
  const log: string[] = [];
  const sent: Sent[] = [];
  const storage = {
    read: (key: string) => kept.get(key),
    write: (key: string, value: string) => {
      log.push('kept');
      kept.set(key, value);
    },
    remove: (key: string) => void kept.delete(key),
  };
  let drawn = 0;
  const parts = (): CastParts => ({
    receipts: makeReceipts(storage),
    random: async (length) => Uint8Array.from({ length }, () => (drawn += 7)),
    send: async (input) => {
      log.push('sent');
      sent.push(input);
      return server(input);
    },
    now: () => new Date('2026-11-24T01:00:00.000Z'),
  });
  return { kept, log, sent, parts, storage };
};
const recorded: Server = ({ voteId, mark }) => ({ ok: true, value: { voteId, mark, state: 'recorded' } });

test('the code is kept before the ballot is sent; afterwards it is recorded and the choice lies nowhere', async () => {
  const { kept, log, sent, parts } = phone(recorded);
  expect(await castOnce(parts(), OWNER, VOTE, 'against')).toEqual({ state: 'recorded' });
  expect(log).toEqual(['kept', 'sent', 'kept']);
  const [receipt] = JSON.parse(kept.get('receipts') ?? '[]') as Receipt[];
  expect(receipt).toMatchObject({ owner: OWNER, state: 'recorded', question: '种不种树' });
  expect(sent[0]?.mark).toBe(markOf(VOTE.voteId, receipt?.code ?? ''));
  expect(JSON.stringify([...kept])).not.toMatch(/against|反对/);
});

test('a request is as long whatever is chosen', async () => {
  const lengths = [];
  for (const choice of ['for', 'against', 'abstain'] as const) {
    const { sent, parts } = phone(recorded);
    await castOnce(parts(), OWNER, VOTE, choice);
    lengths.push(JSON.stringify(sent[0]).length);
  }
  expect(new Set(lengths).size).toBe(1);
});

test.each([
  ['before it arrived', false],
  ['after it arrived', true],
])(
  'an answer lost %s: trying again, even after the app was closed, sends the same mark and makes one ballot',
  async (_, arrives) => {
    const ballots = new Map<string, string>();
    let tries = 0;
    const { sent, parts } = phone((input) => {
      tries += 1;
      if (tries > 1 || arrives) if (!ballots.has(input.mark)) ballots.set(input.mark, input.choice);
      return tries === 1 ? offline() : recorded(input);
    });
    expect(await castOnce(parts(), OWNER, VOTE, 'for')).toMatchObject({ state: 'unsure' });
    expect(parts().receipts.get()).toMatchObject([{ state: 'sent' }]);
    expect(await castOnce(parts(), OWNER, VOTE, 'abstain')).toEqual({ state: 'recorded' });
    expect(new Set(sent.map(({ mark }) => mark)).size).toBe(1);
    expect([...ballots.values()]).toEqual([arrives ? 'for' : 'abstain']);
    expect(parts().receipts.get()).toMatchObject([{ state: 'recorded' }]);
  },
);

test.each(['HOUSEHOLD_VOTED', 'VOTED_ON_PAPER', 'VOTED_ASSISTED', 'CLOSED'] as const)(
  'refused at once with %s there is no ballot and no receipt',
  async (code) => {
    const { parts } = phone(() => refusal(code));
    expect(await castOnce(parts(), OWNER, VOTE, 'for')).toEqual({
      state: 'refused',
      says: refusedWords(code, refusal(code).says),
    });
    expect(parts().receipts.get()).toEqual([]);
  },
);

test('closed after an answer was lost: the first try may count, so its receipt stays', async () => {
  const answers = [offline(), refusal('CLOSED')];
  const { parts } = phone(() => answers.shift() ?? offline());
  await castOnce(parts(), OWNER, VOTE, 'for');
  expect(await castOnce(parts(), OWNER, VOTE, 'for')).toMatchObject({ state: 'refused' });
  expect(parts().receipts.get()).toMatchObject([{ state: 'sent' }]);
});

test('a phone that cannot keep the code sends nothing', async () => {
  const { sent, parts } = phone(recorded);
  const full = {
    ...parts(),
    receipts: {
      ...parts().receipts,
      keep: () => {
        throw new Error('full');
      },
    },
  };
  expect(await castOnce(full, OWNER, VOTE, 'for')).toMatchObject({
    state: 'refused',
    says: expect.stringContaining('没有发出'),
  });
  expect(sent).toEqual([]);
});

test('two people of one phone have a code each', async () => {
  const { sent, parts } = phone(recorded);
  await castOnce(parts(), 'A', VOTE, 'for');
  await castOnce(parts(), 'B', VOTE, 'for');
  expect(sent[0]?.mark).not.toBe(sent[1]?.mark);
  expect(parts().receipts.get()).toHaveLength(2);
});

test('what became of a ballot that was never answered is told by the mark that stands', () => {
  const receipt = { owner: OWNER, ...VOTE, code: '7K2M-9QXD-0HWT-4BRA', at: '', state: 'sent' as const };
  const mine = { onRoll: true, voted: true, units: [] };
  expect(fateOf(receipt, {})).toBe('unknown');
  expect(fateOf(receipt, { mine: { ...mine, voted: false } })).toBe('unknown');
  expect(fateOf(receipt, { mine: { ...mine, mark: markOf(VOTE.voteId, receipt.code) } })).toBe('recorded');
  expect(fateOf(receipt, { mine: { ...mine, mark: 'f'.repeat(64) } })).toBe('lost');
  expect(fateOf(receipt, { mine: { ...mine, channel: 'paper' } })).toBe('lost');
});
