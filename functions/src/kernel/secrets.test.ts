import '@gongzhi/shared/kernel/zod';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { createSecrets } from './secrets';

const Pepper = z.strictObject({ v: z.int(), pepper: z.string() });
const managerOf = (...answers: (string | Error)[]) => {
  const asked: string[] = [];
  const client = {
    send: async ({ input }: { input: { SecretId: string } }) => {
      asked.push(input.SecretId);
      const answer = answers[asked.length - 1] ?? answers.at(-1);
      if (answer instanceof Error) throw answer;
      return { SecretString: answer };
    },
  } as unknown as SecretsManagerClient;
  return { asked, read: createSecrets(client) };
};

test('a secret is fetched once for a process, even when two ask at the same time', async () => {
  const { asked, read } = managerOf('{"v":1,"pepper":"x"}');
  const both = await Promise.all([read('arn:pepper', Pepper), read('arn:pepper', Pepper)]);
  expect([...both, await read('arn:pepper', Pepper)]).toEqual([1, 2, 3].map(() => ({ v: 1, pepper: 'x' })));
  expect(asked).toEqual(['arn:pepper']);
});

test('another secret is fetched by its own name', async () => {
  const { asked, read } = managerOf('{"v":1,"pepper":"x"}');
  await read('arn:a', Pepper);
  await read('arn:b', Pepper);
  expect(asked).toEqual(['arn:a', 'arn:b']);
});

test('a fetch that failed is tried again the next time', async () => {
  const { read } = managerOf(new Error('down'), '{"v":1,"pepper":"x"}');
  await expect(read('arn:pepper', Pepper)).rejects.toThrow('down');
  await expect(read('arn:pepper', Pepper)).resolves.toEqual({ v: 1, pepper: 'x' });
});

test.each([
  ['no JSON', 'hello'],
  ['another shape', '{"pepper":7}'],
  ['an unknown field', '{"v":1,"pepper":"x","more":1}'],
])('%s is refused without telling the secret', async (_, text) => {
  const { read } = managerOf(text);
  const error = await read('arn:pepper', Pepper).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Error);
  expect(String((error as Error).message)).not.toMatch(/hello|7|"x"/);
});
