import { rmSync } from 'node:fs';
import { folder, grantsOf, list, resources, synthesize, words } from './kernel/synthesized';

afterAll(() => rmSync(folder, { recursive: true }));
const aws = synthesize('aws');
const isBallots = (resource: unknown) => /FnGetAttballots[0-9A-F]{8}/.test(words(resource));
const [[, table]] = resources(aws, 'AWS::DynamoDB::Table').filter(([id]) => id.startsWith('ballots')) as unknown as [
  [string, { Properties: Record<string, unknown> }],
];
/** `votes/index [*#marks] GetItem` for everything a role may do to the table. */
const grants = grantsOf(aws).flatMap(([entry, granted]) =>
  granted
    .filter(({ Resource }) => list(Resource).some(isBallots))
    .flatMap(({ Action, Condition }) => {
      const only = /"dynamodb:LeadingKeys":\["([^"]+)"\]/.exec(words(Condition ?? {}))?.[1];
      return list(Action).map((action) => `${entry} ${only ? `[${only}] ` : ''}${String(action).slice(9)}`);
    }),
);

describe('the table of secret ballots', () => {
  it('keeps nothing that tells the order in which its items came: no stream, no past, no expiry, no index, no copy', () => {
    for (const name of [
      'StreamSpecification',
      'KinesisStreamSpecification',
      'TimeToLiveSpecification',
      'GlobalSecondaryIndexes',
      'LocalSecondaryIndexes',
      'ContributorInsightsSpecification',
      'Replicas',
    ])
      expect([name, table.Properties[name]]).toEqual([name, undefined]);
    expect(table.Properties['PointInTimeRecoverySpecification']).toEqual({ PointInTimeRecoveryEnabled: false });
  });

  it('is copied by no backup, trail, pipe or export of this deployment', () => {
    const copying = ['AWS::Backup::BackupSelection', 'AWS::CloudTrail::Trail', 'AWS::Pipes::Pipe', 'AWS::Glue::Job'];
    expect(resources(aws, ...copying, 'AWS::DynamoDB::GlobalTable')).toEqual([]);
    expect(words(resources(aws, 'AWS::Lambda::EventSourceMapping'))).not.toMatch(/ballots/);
  });

  it('is reached by functions of the slice votes alone, and nobody may change or delete in it', () => {
    expect(grants.length).toBeGreaterThan(0);
    for (const grant of grants)
      expect(grant).toMatch(/^votes\/[a-z-]+ (\[\*#(marks|cast)\] )?(PutItem|GetItem|BatchGetItem|Query)$/);
  });

  it('shows not one ballot to the function that serves people: it reads marks only', () => {
    expect(grants.filter((grant) => grant.startsWith('votes/index '))).toEqual([
      'votes/index PutItem',
      ...['GetItem', 'Query'].map((action) => `votes/index [*#marks] ${action}`),
    ]);
  });

  it('lets ballots be read by what counts and what publishes after the end, and by nothing else', () => {
    const readers = grants.filter((grant) => grant.includes('[*#cast]')).map((grant) => grant.split(' ')[0]);
    expect(readers.sort()).toEqual(['votes/publish-list', 'votes/settle-votes']);
  });
});
