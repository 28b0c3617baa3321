import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { ifStill } from './if-still';

const lost = () => new ConditionalCheckFailedException({ message: 'no', $metadata: {} });

test('a write that was done did it; one whose condition no longer held did not', async () => {
  expect([await ifStill(Promise.resolve({})), await ifStill(Promise.reject(lost()))]).toEqual([true, false]);
});

test('what else goes wrong is not taken for a lost condition', async () => {
  await expect(ifStill(Promise.reject(new Error('down')))).rejects.toThrow('down');
});
