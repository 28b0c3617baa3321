import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { isPassing, reasonsOf, untilSettled } from './conflicts';

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

test('a cancelled transaction has a reason for each item; another error is one reason of its own name', () => {
  expect(reasonsOf(cancelled('None', 'ConditionalCheckFailed')).map(({ Code }) => Code)).toEqual([
    'None',
    'ConditionalCheckFailed',
  ]);
  expect(reasonsOf(Object.assign(new Error(), { name: 'TransactionInProgressException' }))).toEqual([
    { Code: 'TransactionInProgressException' },
  ]);
  expect(reasonsOf('thrown')).toEqual([{ Code: '' }]);
});

test('conflicts and throttling pass; a lost condition does not', () => {
  expect(['TransactionConflict', 'ThrottlingError'].map((Code) => isPassing({ Code }))).toEqual([true, true]);
  expect([{ Code: 'ConditionalCheckFailed' }, undefined].map(isPassing)).toEqual([false, false]);
});

test('asks until it is settled, eight times at most, and throws what is thrown', async () => {
  let asked = 0;
  expect(await untilSettled(async () => ((asked += 1) === 3 ? { settled: 'yes' } : undefined))).toEqual({
    settled: 'yes',
  });
  asked = 0;
  expect(await untilSettled(async () => void (asked += 1))).toBeUndefined();
  expect(asked).toBe(8);
  await expect(
    untilSettled(async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
});
