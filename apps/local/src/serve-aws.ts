import type { RequestListener } from 'node:http';
import { type Bus, ENTRIES_MAX } from './events/put-events';
import type { SecretSpec } from './template/model';

type Answer = { status: number; body: unknown };
type Operation = (input: Record<string, unknown>) => Answer;

const ok = (body: unknown): Answer => ({ status: 200, body });
const failed = (type: string, message: string): Answer => ({ status: 400, body: { __type: type, message } });

const getSecretValue =
  ({ secrets, valueOf }: AwsTools): Operation =>
  ({ SecretId }) => {
    const secret = secrets.find(({ arn, name }) => arn === SecretId || name === SecretId);
    const value = secret && valueOf(secret.name);
    if (value === undefined)
      return failed('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return ok({
      ARN: secret?.arn,
      Name: secret?.name,
      SecretString: JSON.stringify(value),
      VersionId: 'local',
      VersionStages: ['AWSCURRENT'],
    });
  };

const putEvents =
  ({ bus }: AwsTools): Operation =>
  (input) => {
    const { length } = (input['Entries'] ?? []) as unknown[];
    if (length < 1 || length > ENTRIES_MAX)
      return failed('ValidationException', `1 to ${ENTRIES_MAX} entries are allowed.`);
    return ok(bus.putEvents(input));
  };

const readText = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString('utf8');
};

export interface AwsTools {
  bus: Bus;
  secrets: readonly SecretSpec[];
  /** A secret's value by its name; undefined when nothing was put. */
  valueOf: (name: string) => unknown;
}

/** The services a function calls besides DynamoDB, in their own wire protocol (AWS JSON 1.1). */
export const serveAws = (tools: AwsTools): RequestListener => {
  const operations: ReadonlyMap<string, Operation> = new Map([
    ['secretsmanager.GetSecretValue', getSecretValue(tools)],
    ['AWSEvents.PutEvents', putEvents(tools)],
  ]);
  const answer = async (target: string, chunks: AsyncIterable<Buffer>): Promise<Answer> => {
    const text = await readText(chunks);
    const operation = operations.get(target);
    return operation
      ? operation(JSON.parse(text) as Record<string, unknown>)
      : failed('UnknownOperationException', `The local cloud has no ${target}.`);
  };
  return (request, response) => {
    void answer(String(request.headers['x-amz-target'] ?? ''), request)
      .catch((error: unknown) => failed('SerializationException', String(error)))
      .then(({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body)),
      );
  };
};
