import { AsyncLocalStorage } from 'node:async_hooks';
import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';

test('an error of the SDK, which is loaded outside the test, is an Error in it', () => {
  const error = new ResourceNotFoundException({ message: 'gone', $metadata: {} });
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(ResourceNotFoundException);
  expect(error).not.toBeInstanceOf(TypeError);
  expect({ message: 'gone' }).not.toBeInstanceOf(Error);
});

test('an AsyncLocalStorage holds through what is awaited', async () => {
  const storage = new AsyncLocalStorage();
  const seen = await storage.run('kept', async () => (await Promise.resolve(), storage.getStore()));
  expect(seen).toBe('kept');
});
