import { connect, type Socket } from 'node:net';

/** What a number of operations took: rate per second and latencies in milliseconds. */
export interface Sample {
  count: number;
  errors: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time of one operation in the process that did it, microseconds; 0 when nobody looked. */
  cpuUs: number;
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Latencies of operations that took `seconds` together, as a sample. */
export const sampleOf = (latencies: readonly number[], seconds: number, errors: number): Sample => {
  const sorted = [...latencies].sort((a, b) => a - b);
  const count = sorted.length;
  return {
    count,
    errors,
    seconds,
    perSecond: count / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    cpuUs: 0,
  };
};

/** Bytes of the whole answer at the head of `text`, or 0 while it is not all there. The gateway always tells a length. */
const answerLength = (text: string): number => {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return 0;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
  const whole = end + 4 + length;
  return text.length < whole ? 0 : whole;
};

/** One kept-alive connection: sends a request, resolves to the answer's status. */
const openLine = async (host: string, port: number) => {
  const socket: Socket = connect(port, host).setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let text = '';
  let settle = { resolve: (_: string) => undefined as void, reject: (_: Error) => undefined as void };
  // latin1: a character a byte, so that lengths are bytes
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    const length = answerLength(text);
    if (length === 0) return;
    const answer = text.slice(0, length);
    text = text.slice(length);
    settle.resolve(answer);
  });
  socket.on('error', (error) => settle.reject(error)).on('close', () => settle.reject(new Error('closed')));
  const ask = (request: string) =>
    new Promise<string>((resolve, reject) => {
      settle = { resolve, reject };
      socket.write(request);
    });
  return { ask, end: () => socket.destroy() };
};

export interface Wanted {
  path: string;
  token: string;
  body: unknown;
}
let keys = 0;
const requestText = (host: string, { path, token, body }: Wanted): string => {
  const text = JSON.stringify(body);
  keys += 1;
  return [
    `POST ${path} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `authorization: Bearer ${token}`,
    `idempotency-key: bench-${String(keys).padStart(10, '0')}`,
    `content-length: ${Buffer.byteLength(text)}`,
    '',
    text,
  ].join('\r\n');
};

/**
 * Sends every request once over `connections` kept-alive connections, each with one request under way. Anything but a
 * 200 is an error; the first is told to `onError`.
 */
export const driveLoad = async (
  url: string,
  wanted: readonly Wanted[],
  connections: number,
  onError: (answer: string) => void,
): Promise<Sample> => {
  const { hostname, port, host } = new URL(url);
  const requests = wanted.map((one) => requestText(host, one));
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(hostname, Number(port))));
  const latencies: number[] = [];
  let [next, errors] = [0, 0];
  const work = async ({ ask }: (typeof lines)[number]) => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const from = performance.now();
      const answer = await ask(request);
      latencies.push(performance.now() - from);
      if (answer.startsWith('HTTP/1.1 200 ')) continue;
      if (errors === 0) onError(answer);
      errors += 1;
    }
  };
  const started = performance.now();
  await Promise.all(lines.map(work));
  const seconds = (performance.now() - started) / 1_000;
  for (const { end } of lines) end();
  return sampleOf(latencies, seconds, errors);
};
