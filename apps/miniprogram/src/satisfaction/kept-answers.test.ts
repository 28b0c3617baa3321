import { makeKeptAnswers, type KeptAnswer } from './kept-answers';

const storageOf = (text?: string) => {
  const kept = new Map(text === undefined ? [] : [['satisfaction answers', text]]);
  return {
    kept,
    read: (key: string) => kept.get(key),
    write: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
};
const ANSWER: KeptAnswer = {
  ...{ owner: 'me', communityId: '1', roundId: 'r', subject: 'household', title: '社区工作', level: 'satisfied' },
  ...{ ticket: 'a'.repeat(32), at: '2026-11-27T00:00:00.000Z', state: 'sent' },
};

it('keeps one answer to an invitation, and finds it after the app was closed', () => {
  const storage = storageOf();
  const answers = makeKeptAnswers(storage);
  answers.keep(ANSWER);
  answers.keep({ ...ANSWER, state: 'recorded' });
  answers.keep({ ...ANSWER, owner: 'spouse' });
  expect(makeKeptAnswers(storage).get()).toHaveLength(2);
  expect(makeKeptAnswers(storage).find({ owner: 'me', roundId: 'r', subject: 'household' })?.state).toBe('recorded');
  answers.drop(ANSWER);
  expect(
    makeKeptAnswers(storage)
      .get()
      .map(({ owner }) => owner),
  ).toEqual(['spouse']);
});

it('keeps the newest twenty', () => {
  const answers = makeKeptAnswers(storageOf());
  for (let n = 0; n < 25; n += 1) answers.keep({ ...ANSWER, roundId: `r${n}` });
  expect([answers.get().length, answers.get()[0]?.roundId]).toEqual([20, 'r24']);
});

it.each(['', 'no json', '{}', '[1]', '[{"owner":"me"}]'])('begins with nothing where %j lies', (text) => {
  expect(makeKeptAnswers(storageOf(text)).get()).toEqual([]);
});
