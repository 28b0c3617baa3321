import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { observe } from './observe';
import { broken } from './reply';
import { requestIdOf } from './request';

type Door = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * A Lambda handler composed from environment and secrets on its first request and kept. A composition that fails is
 * answered like anything broken, with the request id and nothing else, and tried again on the next request.
 */
export const composeOnce = (compose: () => Promise<unknown>, see = observe): Door => {
  let door: Promise<Door> | undefined;
  return async (event, context) => {
    door ??= compose() as Promise<Door>;
    try {
      await door;
    } catch (error) {
      door = undefined;
      const requestId = requestIdOf(event);
      const reply = broken(error, requestId);
      see({ route: 'compose', status: reply.statusCode, ms: 0, units: { read: 0, write: 0 }, requestId, error });
      return { ...reply, headers: { ...reply.headers, 'x-request-id': requestId } };
    }
    return (await door)(event, context);
  };
};
