import { rowSurvey, type Survey } from './row-survey';

const survey: Survey = {
  ...{ answerWrites: 4, closeSeconds: 12 },
  reads: [{ name: 'readResult', few: 3, many: 3 }],
  draw: { seconds: 20, invited: 2_000, twice: 0, killed: 2 },
};
const size = { households: 100_000, sample: 2_000, answers: 100_000 };
const verdicts = (more: Partial<Survey> = {}) => rowSurvey({ ...survey, ...more }, size).rows.map(({ ok }) => ok);

it('is inside its budgets', () => expect(verdicts()).toEqual(Array(5).fill(true)));

it.each<[string, Partial<Survey>, number]>([
  ['an answer that writes more', { answerWrites: 6 }, 0],
  ['a result that costs more with more answers', { reads: [{ name: 'readResult', few: 3, many: 4 }] }, 1],
  ['a result that takes a minute', { closeSeconds: 60 }, 2],
  ['a draw that takes a minute', { draw: { ...survey.draw, seconds: 60 } }, 3],
  ['a draw that nobody killed', { draw: { ...survey.draw, killed: 0 } }, 3],
  ['somebody invited twice', { draw: { ...survey.draw, twice: 1 } }, 4],
  ['somebody left out', { draw: { ...survey.draw, invited: 1_999 } }, 4],
])('is past them with %s', (_, more, row) => {
  const heard = verdicts(more);
  expect(heard.map((ok, i) => ok === (i !== row))).toEqual(Array(5).fill(true));
});
