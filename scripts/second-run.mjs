/** More files that fail are no chance, and are not asked again. */
const MOST = 2;

/** The files of a jest report that failed, when a second run of them may tell a chance from a fault; otherwise none. */
export const filesToRunAgain = ({ testResults }) => {
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return failed.length <= MOST ? failed : [];
};

const testsOf = ({ testResults }, files, status) =>
  testResults
    .filter(({ name }) => files.includes(name))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((test) => test.status === status).length;

/** The counts of a run whose `files` were run `again`: theirs are those of the second run. */
export const countsTogether = (first, again, files) => ({
  passed: first.numPassedTests - testsOf(first, files, 'passed') + again.numPassedTests,
  failed: again.numFailedTests + again.numRuntimeErrorTestSuites,
});
