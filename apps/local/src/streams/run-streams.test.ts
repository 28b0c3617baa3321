import { runStreams } from './run-streams';

type Look = 'nothing' | 'records' | 'nothing, and the bell meanwhile' | 'a fault';

const QUIET_MS = 1_000;

/** After which looks the next one waited for the bell, and what was said to be wrong. */
const run = async (looks: readonly Look[]) => {
  const stopping = new AbortController();
  const [waited, errors, left] = [[] as number[], [] as unknown[], [...looks]];
  let rings = 0;
  const bell = {
    ring: () => undefined,
    count: () => rings,
    heard: async (ms: number) => void (ms === QUIET_MS && waited.push(looks.length - left.length)),
  };
  const drain = async () => {
    const look = left.shift();
    if (left.length === 0) stopping.abort();
    if (look === 'nothing, and the bell meanwhile') rings += 1;
    if (look === 'a fault') throw new Error('busy');
    return look === 'records';
  };
  const onError = (error: unknown) => errors.push(error);
  const pace = { pollMs: 1, quietMs: QUIET_MS };
  await runStreams([{ drain }], { pace, bell, stopped: stopping.signal, onError }).ended;
  return { waited, errors: errors.map(String) };
};

describe('a stream', () => {
  it('that is empty is let be until the bell rings', async () =>
    expect(await run(['nothing', 'nothing', 'nothing'])).toEqual({ waited: [1, 2, 3], errors: [] }));

  it.each<Look>(['records', 'nothing, and the bell meanwhile'])(
    'that had %s is looked at again by itself',
    async (look) => expect((await run(['nothing', look, look, 'nothing', look])).waited).toEqual([1, 4]),
  );

  it('that could not be read is read again', async () =>
    expect(await run(['a fault', 'nothing', 'records'])).toEqual({ waited: [1, 2], errors: ['Error: busy'] }));
});
