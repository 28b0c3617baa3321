import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { charge } from './meter';

type Consumed = { CapacityUnits?: number };

/**
 * Steps of the SDK this house has no use for, about a tenth of a call's processor time: a logger that logs nowhere and
 * still copies what it would log, a user agent nobody reads, and a guard against Lambdas that call themselves in a circle.
 */
const UNUSED = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware'];

/**
 * The document client every slice uses. Attempts and timeouts are explicit: the SDK's defaults change between versions
 * (aws/aws-sdk-js-v3#8037), and a request must end before API Gateway gives up at 30 s.
 */
export const createDocumentClient = (endpoint?: string): DynamoDBDocumentClient => {
  const client = new DynamoDBClient({
    ...(endpoint ? { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } : {}),
    maxAttempts: 3,
    retryMode: 'standard',
    requestHandler: {
      // an engine on this computer may be as busy as all else on it
      connectionTimeout: endpoint ? 5_000 : 1_000,
      requestTimeout: endpoint ? 10_000 : 3_000,
      httpAgent: { keepAlive: true, maxSockets: 64 },
      httpsAgent: { keepAlive: true, maxSockets: 64 },
    },
  });
  for (const step of UNUSED) client.middlewareStack.remove(step);
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const consumed = (result.output as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity ?? [];
      charge(context.commandName ?? '', [consumed].flat());
      return result;
    },
    { step: 'initialize', name: 'meter' },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};
