import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

interface Asked {
  commandName: string;
  input: Record<string, unknown>;
}
type Answered = { output: unknown };
type Meets = (asked: Asked, send: () => Promise<Answered>) => Promise<Answered>;
interface Keyed {
  Keys: unknown[];
}

/** An error of the SDK by its name. */
export const named = (name: string) => Object.assign(new Error(name), { name, $metadata: {} });

/** What a client’s requests meet on their way to the table, from `begins` until it `ends`. For tests. */
export const createTrouble = () => {
  let meets: Meets | undefined;
  const begins = (what: Meets) => void (meets = what);
  return {
    through: (client: DynamoDBDocumentClient) =>
      client.middlewareStack.add(
        (next, context) => async (args) => {
          const asked = { commandName: String(context['commandName']), input: args.input as never };
          return (meets ? meets(asked, () => next(args)) : next(args)) as ReturnType<typeof next>;
        },
        // before the document client’s own step nothing is in the table’s form yet
        { step: 'initialize', name: 'trouble', priority: 'low' },
      ),
    begins,
    ends: () => void (meets = undefined),
    /** The first `times` writes meet this: before they are sent, or after the table has done them. */
    atWrites: (times: number, error: () => Error, when: 'before' | 'after' = 'before') => {
      const seen = { writes: 0 };
      begins(async ({ commandName }, send) => {
        if (!/^(TransactWrite|Put|Update)/.test(commandName)) return send();
        seen.writes += 1;
        if (seen.writes > times) return send();
        if (when === 'after') await send();
        throw error();
      });
      return seen;
    },
    /** The slice’s BatchGets are answered with one item, so many times, and the rest is left for later. */
    inPart: (times: number) => {
      const seen = { parts: 0 };
      begins(async ({ commandName, input }, send) => {
        const asked = (input as { RequestItems?: Record<string, Keyed> }).RequestItems?.['wishes'];
        if (!/^BatchGet/.test(commandName) || !asked || asked.Keys.length < 2 || seen.parts >= times) return send();
        seen.parts += 1;
        const { Keys } = asked;
        asked.Keys = Keys.slice(0, 1);
        const answer = await send();
        Object.assign(answer.output as object, {
          UnprocessedKeys: { wishes: { ...asked, Keys: Keys.slice(1) } },
        });
        return answer;
      });
      return seen;
    },
  };
};
