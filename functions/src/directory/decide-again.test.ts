import { Busy } from '../kernel/commit';
import { decideAgain } from './decide-again';

test('the first answer that is not lost is the answer, refusals included', async () => {
  const answers = [{ lost: 'SEAT' }, { lost: 'MEMBER' }, { refused: 'HOUSEHOLD_FULL' as const }, { ok: true }];
  let asked = 0;
  expect(await decideAgain(async () => answers[(asked += 1) - 1] ?? { lost: 'x' })).toEqual({
    refused: 'HOUSEHOLD_FULL',
  });
  expect(asked).toBe(3);
});

test('who loses eight times hears that it is busy', async () => {
  let asked = 0;
  await expect(
    decideAgain(async () => {
      asked += 1;
      return { lost: 'SEAT' };
    }),
  ).rejects.toThrow(Busy);
  expect(asked).toBe(8);
});

test('what breaks is not tried again', async () => {
  let asked = 0;
  await expect(
    decideAgain(async () => {
      asked += 1;
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(asked).toBe(1);
});
