import { runStreams } from './run-streams';

type Look = 'nothing' | 'records' | 'nothing, and the bell meanwhile' | 'a fault';

/** What the looks find, one after the other; which rests a bell could end, and what was said to be wrong. */
const run = async (looks: readonly Look[]) => {
  const stopping = new AbortController();
  const [rests, errors, left] = [[] as number[], [] as unknown[], [...looks]];
  let rings = 0;
  const bell = {
    ring: () => undefined,
    count: () => rings,
    heard: async (ms: number) => void rests.push(ms),
  };
  const drain = async () => {
    const look = left.shift();
    if (left.length === 0) stopping.abort();
    if (look === 'nothing, and the bell meanwhile') rings += 1;
    if (look === 'a fault') throw new Error('busy');
    return look === 'records';
  };
  const onError = (error: unknown) => errors.push(error);
  const pace = { pollMs: 1, longestRestMs: 8 };
  await runStreams([{ drain }], { pace, bell, stopped: stopping.signal, onError }).ended;
  return { rests, errors: errors.map(String), left };
};

describe('a stream', () => {
  it('that is empty is let be longer each time, up to the longest rest', async () =>
    expect((await run(Array<Look>(6).fill('nothing'))).rests).toEqual([1, 3, 7, 7, 7, 7]));

  it.each<Look>(['records', 'nothing, and the bell meanwhile'])(
    'that had %s is looked at again at once',
    async (look) => expect((await run(['nothing', 'nothing', look, 'nothing', look, look])).rests).toEqual([1, 3, 1]),
  );

  it('that could not be read is read again', async () =>
    expect(await run(['nothing', 'a fault', 'nothing'])).toEqual({
      rests: [1, 3, 7],
      errors: ['Error: busy'],
      left: [],
    }));
});
