import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access, Role } from '@gongzhi/shared/kernel/contract';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { Busy } from './commit';
import type { Ledger } from './ledger';

/** Who is calling, read afresh from the tables on this request. */
export interface Caller {
  personId: string;
  sessionId: string;
  /** Roles in the scope of the path; empty without one. A street's supervisor holds `supervisor` in all its communities. */
  roles: readonly Role[];
  displayName: string;
  householdId?: string;
  /** The age band the person chose to tell, in this community. */
  ageBand?: string;
  /** Purposes whose consent stands now: `privacy`, `phone`. */
  consents: readonly string[];
}

/** The one act a command asks for. `scope`: community, street, or the person for one's own things. */
export interface Intent {
  scope: string;
  actor: string;
  key: string;
  hash: string;
}

/** What every handler is given besides its slice's own dependencies. `caller` is undefined only on public routes. */
export interface Ctx {
  caller: Caller;
  now: Date;
  requestId: string;
  intent: Intent;
  ledger: Ledger;
  id(): string;
}

/**
 * The membership item of the directory table, whose key both the directory's repo and every caller look-up use. The
 * members of one scope lie in one partition, so that they are listed without an index.
 */
export interface MemberItem {
  pk: string;
  sk: string;
  roles: Role[];
  displayName: string;
  householdId?: string;
  ageBand?: string;
}
export const memberKey = (scope: string, personId: string) => ({ pk: `${scope}#p`, sk: personId });

/** The person item of the identity table. Access tokens issued before `validFrom` (epoch seconds) are dead; `consents` maps a purpose to the version agreed to, without those withdrawn. */
export interface PersonItem {
  pk: string;
  sk: 'person';
  validFrom: number;
  consents: Record<string, string>;
}
export const personKey = (personId: string) => ({ pk: personId, sk: 'person' as const });

/** A verified access token. */
export interface Claims {
  personId: string;
  sessionId: string;
  issuedAt: number;
}
export interface Callers {
  read(claims: Claims, scope: string | undefined, access: Access): Promise<Caller | 'ended'>;
}

const scopesOf = (scope: string | undefined, access: Access): string[] => {
  if (!scope) return [];
  const overStreet = scope.length === 12 && Array.isArray(access) && access.includes('supervisor');
  return overStreet ? [scope, streetOf(scope)] : [scope];
};

const rolesIn = (members: readonly MemberItem[], scope: string | undefined): Role[] => [
  ...new Set(
    members.flatMap((m) => (m.pk.startsWith(`${scope}#`) ? m.roles : m.roles.filter((r) => r === 'supervisor'))),
  ),
];

const callerOf = (
  claims: Claims,
  scope: string | undefined,
  person: PersonItem,
  members: readonly MemberItem[],
): Caller => {
  const own = members.find((m) => m.pk.startsWith(`${scope}#`));
  return {
    personId: claims.personId,
    sessionId: claims.sessionId,
    roles: rolesIn(members, scope),
    displayName: (own ?? members[0])?.displayName ?? '',
    consents: Object.keys(person.consents),
    ...(own?.householdId ? { householdId: own.householdId } : {}),
    ...(own?.ageBand ? { ageBand: own.ageBand } : {}),
  };
};

/** One BatchGet over the identity and directory tables, strongly consistent, so that a change holds on the next request. */
export const createCallers = (
  client: DynamoDBDocumentClient,
  tables: { identity: string; directory: string },
): Callers => {
  const load = async (personId: string, scopes: readonly string[]) => {
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetCommand({
        RequestItems: {
          [tables.identity]: { Keys: [personKey(personId)], ConsistentRead: true },
          ...(scopes.length > 0 && {
            [tables.directory]: { Keys: scopes.map((s) => memberKey(s, personId)), ConsistentRead: true },
          }),
        },
      }),
    );
    // a table at its limit answers in part: somebody not read is not somebody signed out
    if (Object.keys(UnprocessedKeys).length > 0) throw new Busy('caller');
    const [person] = (Responses[tables.identity] ?? []) as PersonItem[];
    return { person, members: (Responses[tables.directory] ?? []) as MemberItem[] };
  };
  return {
    read: async (claims, scope, access) => {
      const { person, members } = await load(claims.personId, scopesOf(scope, access));
      return !person || claims.issuedAt < person.validFrom ? 'ended' : callerOf(claims, scope, person, members);
    },
  };
};
