import { countsTogether, filesToRunAgain } from './second-run.mjs';

const file = (name, ...statuses) => ({
  name,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});
const report = (...testResults) => {
  const count = (status) =>
    testResults.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === status).length;
  return {
    testResults,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numRuntimeErrorTestSuites: testResults.filter(({ assertionResults }) => assertionResults.length === 0).length,
  };
};

test.each([
  ['none when all passed', report(file('a', 'passed')), []],
  ['one that failed', report(file('a', 'passed'), file('b', 'passed', 'failed')), ['b']],
  ['one that could not begin', report(file('a', 'passed'), file('b')), ['b']],
  ['none when many failed', report(file('a', 'failed'), file('b', 'failed'), file('c', 'failed')), []],
])('what is run again: %s', (_, first, files) => expect(filesToRunAgain(first)).toEqual(files));

test('what was run again counts once, by its second run', () => {
  const first = report(file('a', 'passed', 'passed'), file('b', 'passed', 'failed'));
  expect(countsTogether(first, report(file('b', 'passed', 'passed')), ['b'])).toEqual({ passed: 4, failed: 0 });
  expect(countsTogether(first, report(file('b', 'passed', 'failed')), ['b'])).toEqual({ passed: 3, failed: 1 });
  expect(countsTogether(first, report(file('b')), ['b'])).toEqual({ passed: 2, failed: 1 });
});
