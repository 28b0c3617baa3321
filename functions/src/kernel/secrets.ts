import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod/mini';

/** Reads a JSON secret once per process and checks its shape. */
export const createSecrets = (
  client = new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 },
  }),
) => {
  const kept = new Map<string, Promise<unknown>>();
  const fetch = async (arn: string) => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    try {
      return JSON.parse(SecretString ?? 'null') as unknown;
    } catch {
      // the parser's own message quotes the text
      throw new Error(`not JSON: ${arn}`);
    }
  };
  return async <T extends z.ZodMiniType>(arn: string, shape: T): Promise<z.output<T>> => {
    const reading = kept.get(arn) ?? fetch(arn);
    kept.set(arn, reading);
    reading.catch(() => kept.delete(arn));
    return shape.parse(await reading) as z.output<T>;
  };
};
