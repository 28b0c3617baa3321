import { observe, type Seen } from './observe';

const seen: Seen = {
  route: 'plant',
  status: 200,
  ms: 12.345,
  units: { read: 2, write: 5 },
  requestId: 'r-1',
  error: undefined,
};

/** Everything one call prints: the log line and the metrics record, as CloudWatch would take them. */
const printed = (it: Seen): Record<string, unknown>[] => {
  const lines: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => lines.push(String(text)) > 0),
  );
  const logs = (['log', 'info', 'error', 'warn'] as const).map((name) =>
    jest.spyOn(console, name as 'log').mockImplementation((text: unknown) => void lines.push(String(text))),
  );
  observe(it);
  [...spies, ...logs].forEach((spy) => spy.mockRestore());
  return lines
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

test('a request leaves one line with route, status, latency, units and request id', () => {
  const [line] = printed(seen).filter((it) => 'message' in it);
  expect(line).toMatchObject({
    level: 'INFO',
    message: 'request',
    route: 'plant',
    status: 200,
    ms: 12.3,
    readUnits: 2,
    writeUnits: 5,
    requestId: 'r-1',
  });
});

test('a request leaves one EMF record with latency and units by route', () => {
  const [record] = printed(seen).filter((it) => '_aws' in it);
  expect(record).toMatchObject({ route: 'plant', latency: 12.3, readUnits: 2, writeUnits: 5 });
  const [directive] = (record?.['_aws'] as { CloudWatchMetrics: { Namespace: string; Dimensions: string[][] }[] })
    .CloudWatchMetrics;
  expect(directive?.Namespace).toBe('Gongzhi');
  expect(directive?.Dimensions[0]).toContain('route');
  expect(record).not.toHaveProperty('failures');
});

test('a failure is logged as one, with the name, words and place of its cause and nothing else of it', () => {
  const error = Object.assign(new Error('conditional request failed'), {
    Item: { phone: { S: '13800000000' } },
    openid: 'o-secret',
  });
  const all = printed({ ...seen, status: 500, error });
  expect(all.find((it) => 'message' in it)).toMatchObject({
    level: 'ERROR',
    cause: { name: 'Error', message: 'conditional request failed' },
  });
  expect(all.find((it) => '_aws' in it)).toMatchObject({ failures: 1 });
  expect(JSON.stringify(all)).not.toMatch(/13800000000|o-secret/);
});

test('a busy moment is no failure', () => {
  const all = printed({ ...seen, status: 503 });
  expect(all.find((it) => 'message' in it)).toMatchObject({ level: 'INFO' });
  expect(all.find((it) => '_aws' in it)).not.toHaveProperty('failures');
});
