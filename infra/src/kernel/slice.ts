import { isCommand, type Contract, type Route } from '@gongzhi/shared/kernel/contract';

/** What a function may do to a table. A transaction is authorised by the actions of its items; Scan does not exist here. */
export type Action =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'BatchWriteItem';

export interface Grant {
  actions: readonly Action[];
  /** Indexes that may be queried, by name. */
  indexes?: readonly string[];
  /** Only items whose partition key is like this (`wechat#*`). */
  leading?: string;
}

/** Most request units a second the table may be asked for: past them DynamoDB throttles instead of billing (OWASP API4:2023). */
export interface Maxima {
  reads: number;
  writes: number;
  why: string;
}

export interface Index {
  partition: string;
  sort: string;
  /** Only the keys lie in the index; default: the whole item. */
  keysOnly?: true;
  why: string;
}

export interface TableConfig {
  indexes?: Readonly<Record<string, Index>>;
  /** Attribute with the epoch second after which DynamoDB may delete the item. */
  ttl?: string;
  /** New images of changed items are streamed. */
  stream?: true;
  /** Why no earlier state of this table may be read again: a table that keeps none has no point-in-time recovery. */
  keepsNoPast?: string;
  maxima: Maxima;
}

/** JSON secrets of the deployment; what is in them: docs/deploy.md. */
export const SECRETS = ['tokens', 'pepper', 'wechat', 'openid', 'opening', 'lists'] as const;
export type SecretName = (typeof SECRETS)[number];

/** CloudFormation parameters a function may be given, by the name of the environment variable. */
export const PARAMETERS = {
  TOKEN_KEYS: {
    id: 'TokenPublicKeys',
    says: 'JWKS (JSON) with the public keys of access tokens; printed by create-keys',
  },
  LIST_KEY: {
    id: 'ListKeyFingerprint',
    says: 'Fingerprint of the key that signs vote lists; none: there is no key, and no secret vote can be opened',
    pattern: '^(none|[0-9a-f]{32})$',
    standard: 'none',
  },
  WEB_ORIGIN: {
    id: 'WebOrigin',
    says: 'Origin of the H5 pages, e.g. https://gongzhi.example.cn; QR links and CORS',
    pattern: '^https?://[^/]+$',
  },
  WECHAT_BASE_URL: {
    id: 'WechatBaseUrl',
    says: 'Where WeChat’s server API answers',
    pattern: '^https?://[^/]+$',
    standard: 'https://api.weixin.qq.com',
  },
  SUBSCRIBE_TEMPLATES: {
    id: 'SubscribeTemplates',
    says: 'Subscribe-message templates (JSON, docs/notices.md); {}: there are none, and everything stays in the app',
    standard: '{}',
  },
} as const;
export type ParameterName = keyof typeof PARAMETERS;

/** What starts a function: the slice's routes, another slice's events (types), a table's stream, or the clock. */
export type Trigger =
  | { by: 'routes' }
  | { by: 'events'; types: readonly string[] }
  | { by: 'stream'; of: string }
  | { by: 'clock'; everyMinutes: number };

/** What a function may do to files: in one folder of the bucket. An address it signs may do no more. */
export interface FileGrant {
  folder: 'uploads' | 'kept';
  actions: readonly ('GetObject' | 'PutObject' | 'DeleteObject')[];
}

export interface FunctionConfig {
  trigger: Trigger;
  tables: Readonly<Record<string, Grant | readonly Grant[]>>;
  secrets?: readonly SecretName[];
  parameters?: readonly ParameterName[];
  files?: readonly FileGrant[];
  /** May put events on the bus. */
  publishes?: true;
}

/** One domain as it is deployed: its table and its functions (file name → what starts it and what it may do). */
export interface Slice {
  id: string;
  contract: Contract;
  table?: TableConfig;
  functions: Readonly<Record<string, FunctionConfig>>;
}

export const defineSlice = (id: string, slice: Omit<Slice, 'id'>): Slice => ({ id, ...slice });

/** Commands that need no token. */
export const openCommandsOf = ({ contract }: Slice): Route[] =>
  Object.values(contract).filter((route) => isCommand(route) && route.access === 'public');

/**
 * What the API routes to a slice: all it serves by one method goes by one route, for an HTTP API has 300 until AWS is asked
 * for more, and the function finds the contract's route itself. An open command has a route of its own, to be throttled by.
 */
export const gatewayRoutesOf = (slice: Slice): { method: Route['method']; path: Route['path'] }[] => {
  const methods = new Set(Object.values(slice.contract).map(({ method }) => method));
  return [
    ...[...methods].map((method) => ({ method, path: `/${slice.id}/{proxy+}` as const })),
    ...openCommandsOf(slice).map(({ method, path }) => ({ method, path })),
  ];
};

/** `{ slice, file, config }` of every function whose trigger is one of `by`, in order. */
export const functionsOf = (slices: readonly Slice[], ...by: Trigger['by'][]) =>
  slices.flatMap((slice) =>
    Object.entries(slice.functions)
      .filter(([, { trigger }]) => by.includes(trigger.by))
      .map(([file, config]) => ({ slice, file, config })),
  );
export type SliceFunction = ReturnType<typeof functionsOf>[number];
