import { createServer, type Server } from 'node:http';
import { driveLoad, sampleOf } from './drive-load';

const asked: string[] = [];
let [server, url, open, most] = [undefined as Server | undefined, '', 0, 0];
beforeAll(async () => {
  server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(`${request.url} ${request.headers.authorization} ${body}`);
      setImmediate(() => {
        open -= 1;
        const text = JSON.stringify({ said: '共治'.repeat(9_000) });
        response.writeHead(request.url === '/bad' ? 409 : 200, { 'content-length': Buffer.byteLength(text) }).end(text);
      });
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as { port: number };
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => void server?.close());

const wanted = (count: number, path = '/ok') =>
  Array.from({ length: count }, (_, i) => ({ path, token: `t${i}`, body: { i } }));

test('every request is sent once, as many at a time as there are connections', async () => {
  const { count, errors, perSecond, seconds } = await driveLoad(url, wanted(50), 4, () => undefined);
  expect({ count, errors }).toEqual({ count: 50, errors: 0 });
  expect(perSecond).toBeCloseTo(50 / seconds);
  expect(asked).toHaveLength(50);
  expect(new Set(asked).size).toBe(50);
  expect(asked).toContain('/ok Bearer t7 {"i":7}');
  expect(most).toBeLessThanOrEqual(4);
});

test('an answer other than 200 is an error, and the first of them is told', async () => {
  const told: string[] = [];
  const { errors } = await driveLoad(url, [...wanted(2), ...wanted(3, '/bad')], 2, (answer) => told.push(answer));
  expect([errors, told.length, told[0]?.slice(0, 12)]).toEqual([3, 1, 'HTTP/1.1 409']);
});

test('percentiles are of the sorted latencies', () => {
  const latencies = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(sampleOf(latencies, 2, 0)).toEqual({
    count: 100,
    errors: 0,
    seconds: 2,
    perSecond: 50,
    p50: 51,
    p99: 100,
    cpuUs: 0,
  });
  expect(sampleOf([], 1, 0)).toMatchObject({ count: 0, p50: 0, p99: 0 });
});
