import { readFileSync, rmSync } from 'node:fs';
import { SLICES } from '../app';
import { entries, folder, grantsOf, list, resources, statements, synthesize, words } from './synthesized';

afterAll(() => rmSync(folder, { recursive: true }));
const aws = synthesize('aws');
const cn = synthesize('aws-cn', 'cn-north-1');

describe.each([
  ['aws', aws],
  ['aws-cn', cn],
])('data and grants in the %s deployment', (_, stacks) => {
  it('keeps every table recoverable, undeletable, encrypted with our key and bounded in cost', () => {
    const tables = resources(stacks, 'AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable');
    const forgetful = SLICES.filter(({ table }) => table?.keepsNoPast).map(({ id }) => id);
    expect(forgetful).toEqual(['ballots', 'answers']);
    expect(tables).toHaveLength(SLICES.filter(({ table }) => table).length);
    const maxima = { MaxReadRequestUnits: expect.any(Number), MaxWriteRequestUnits: expect.any(Number) };
    for (const [id, { Properties, DeletionPolicy }] of tables) {
      const recovery = forgetful.some((name) => id.startsWith(name))
        ? { PointInTimeRecoveryEnabled: false }
        : { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 };
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: recovery,
        SSESpecification: {
          SSEEnabled: true,
          SSEType: 'KMS',
          KMSMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^key/), 'Arn'] },
        },
        OnDemandThroughput: maxima,
      });
      for (const index of list(Properties['GlobalSecondaryIndexes'] ?? []))
        expect(index).toMatchObject({
          OnDemandThroughput: (Properties as Record<string, unknown>)['OnDemandThroughput'],
        });
    }
  });

  it('grants a role no Scan, no wildcard action and no wildcard resource', () => {
    const granted = statements(stacks);
    expect(granted.length).toBeGreaterThan(entries.length);
    for (const { Action, Resource: resource } of granted) {
      for (const action of list(Action)) expect(action).toMatch(/^[a-z0-9]+:(?!Scan$)[A-Za-z]+$/);
      // but that of a folder of files: what lies in it has no name before it is opened
      for (const one of list(resource)) expect(words(one).replace(/"\/(uploads|kept)\/\*"/, '')).not.toMatch(/\*/);
    }
    for (const [, role] of resources(stacks, 'AWS::IAM::Role'))
      expect(Object.keys(role.Properties)).not.toEqual(expect.arrayContaining(['ManagedPolicyArns']));
    for (const [, role] of resources(stacks, 'AWS::IAM::Role')) expect(role.Properties['Policies']).toBeUndefined();
  });

  it('lets nobody change or delete an event of the ledger', () => {
    const touching = grantsOf(stacks).flatMap(([entry, granted]) =>
      granted
        .filter(({ Resource: resource }) => /FnGetAttledger[0-9A-F]{8}Arn/.test(words(resource)))
        .flatMap(({ Action }) => list(Action).map((action) => `${entry} ${String(action)}`)),
    );
    expect(touching).toContain('councils/index dynamodb:PutItem');
    for (const grant of touching) expect(grant).toMatch(/ (dynamodb:(PutItem|GetItem|BatchGetItem)|dynamodb:Query)$/);
    expect(touching.filter((grant) => grant.endsWith('Query') && !grant.startsWith('ledger/'))).toEqual([]);
  });

  it('gives functions names and references in their environment, never a secret itself', () => {
    for (const [, { Properties }] of resources(stacks, 'AWS::Lambda::Function')) {
      const { Variables } = Properties['Environment'] as { Variables: Record<string, unknown> };
      for (const [name, value] of Object.entries(Variables)) {
        const kind = typeof value === 'string' ? 'text' : Object.keys(value as object).join();
        expect([name, kind]).toEqual([
          name,
          /^(SLICE|STAGE|NODE_ENV)$/.test(name)
            ? 'text'
            : /^(TABLE|SECRET|FILES)_/.test(name)
              ? 'Fn::ImportValue'
              : 'Ref',
        ]);
      }
    }
    for (const [, { Properties }] of resources(stacks, 'AWS::SecretsManager::Secret')) {
      expect(Properties).toMatchObject({ KmsKeyId: expect.anything() });
      expect(Properties).not.toHaveProperty('SecretString');
    }
  });
});

/** The partition keys a statement is limited to. */
const only = (condition: unknown): string => {
  const leading = /"dynamodb:LeadingKeys":\["([^"]+)"\]\},"Null":\{"dynamodb:LeadingKeys":"false"\}/.exec(
    words(condition ?? {}),
  )?.[1];
  return leading ? `[${leading}]` : '';
};

describe('grants', () => {
  it('gives each function these actions on tables and no others', () => {
    const dynamo = grantsOf(aws).flatMap(([entry, granted]) =>
      granted.flatMap(({ Action, Resource: resource, Condition }) =>
        list(Action)
          .filter((action) => String(action).startsWith('dynamodb:'))
          .flatMap((action) =>
            list(resource).map((one) => {
              const [, table, attribute] = /FnGetAtt([a-z]+)[0-9A-F]{8}(Stream)?Arn/.exec(words(one)) ?? [];
              const index = /\/index\/(\w+)/.exec(words(one))?.[1];
              return `${entry} → ${table ?? '?'}${attribute ? '’s stream' : ''}${index ? `/${index}` : ''}${only(Condition)} ${String(action).slice(9)}`;
            }),
          ),
      ),
    );
    const table = new Map<string, string[]>();
    for (const line of dynamo.sort()) {
      const [where, action] = [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)];
      table.set(where, [...(table.get(where) ?? []), action]);
    }
    expect([...table].map(([where, actions]) => `${where}: ${actions.join(' ')}`)).toMatchSnapshot();
  });

  it.each(entries)('gives %s exactly the environment that it reads', (entry) => {
    const text = readFileSync(`functions/src/${entry}.ts`, 'utf8');
    const composed = text.includes('composeChecked')
      ? readFileSync('functions/src/kernel/compose-checked.ts', 'utf8')
      : '';
    const read =
      `${text}${composed}`.match(
        /(?<=')(TABLE_[A-Z]+|SECRET_[A-Z]+|FILES_[A-Z]+|BUS_NAME|TOKEN_KEYS|LIST_KEY|WEB_ORIGIN|WECHAT_BASE_URL|SUBSCRIBE_TEMPLATES)(?=')/g,
      ) ?? [];
    const fn = resources(aws, 'AWS::Lambda::Function').find(([, { Metadata }]) => Metadata?.['entry'] === entry)?.[1];
    const { Variables } = fn?.Properties['Environment'] as { Variables: object };
    const always = ['SLICE', 'STAGE', 'NODE_ENV'];
    expect(Object.keys(Variables).sort()).toEqual([...new Set([...read, ...always])].sort());
  });
});
