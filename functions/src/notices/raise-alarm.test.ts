import { raiseAlarm } from './raise-alarm';

test('the alarm is a log line and the metric that CloudWatch watches, with a code and an id only', () => {
  const said: unknown[] = [];
  for (const way of ['log', 'info', 'error'] as const)
    jest.spyOn(console, way).mockImplementation((...line: unknown[]) => void said.push(...line));
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(line) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(line) > 0);
  raiseAlarm({ sendId: 'S', errcode: 40037 });
  jest.restoreAllMocks();
  expect(said.join()).toMatch(/"message":"sending held".*"errcode":40037/);
  expect(said.join()).toMatch(/"service":"notices","sendingHeld":\[?1/);
});
