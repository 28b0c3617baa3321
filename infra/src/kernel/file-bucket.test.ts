import { rmSync } from 'node:fs';
import { FILES as SAID } from '@gongzhi/shared/announcements/files';
import { FILES } from './settings';
import { folder, grantsOf, list, resources, synthesize, words } from './synthesized';

afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['aws', synthesize('aws')],
  ['aws-cn', synthesize('aws-cn', 'cn-north-1')],
])('files in the %s deployment', (_, stacks) => {
  const buckets = resources(stacks, 'AWS::S3::Bucket');
  const [, files] = buckets.find(([id]) => /^files[0-9A-F]/.test(id)) ?? [];

  it('lie in one bucket that is closed, encrypted with our key, versioned and retained, beside its log', () => {
    expect(buckets).toHaveLength(2);
    for (const [, { Properties, DeletionPolicy }] of buckets) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      });
    }
    const [encryption] = list(
      (files?.Properties['BucketEncryption'] as Record<string, unknown>)['ServerSideEncryptionConfiguration'],
    );
    expect(encryption).toMatchObject({ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } });
    expect(files?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { DestinationBucketName: { Ref: expect.stringMatching(/^filelog/) } },
    });
  });

  it('are sent and read over TLS 1.2 only', () => {
    const policies = resources(stacks, 'AWS::S3::BucketPolicy');
    expect(policies).toHaveLength(2);
    for (const [, { Properties }] of policies) {
      expect(words(Properties)).toMatch(/"aws:SecureTransport":"false"/);
      expect(words(Properties)).toMatch(/"s3:TlsVersion":1.2/);
      expect(words(Properties)).not.toMatch(/"Effect":"Allow","Principal":\{"AWS":"\*"/);
    }
  });

  it('that nobody took are gone after as long as people are told, and earlier versions after 35 days', () => {
    expect(files?.Properties['LifecycleConfiguration']).toMatchObject({
      Rules: [
        { Prefix: 'uploads/', ExpirationInDays: SAID.uploadDays.value, Status: 'Enabled' },
        { NoncurrentVersionExpiration: { NoncurrentDays: FILES.pastDays }, Status: 'Enabled' },
      ],
    });
  });

  it('may be asked for by a page of our own origin and no other', () => {
    expect(files?.Properties['CorsConfiguration']).toMatchObject({
      CorsRules: [{ AllowedOrigins: [{ Ref: 'WebOrigin' }], AllowedMethods: ['GET', 'HEAD', 'POST'] }],
    });
  });

  it('are in the hands of one function, a folder each for what it does', () => {
    const touching = grantsOf(stacks).flatMap(([entry, granted]) =>
      granted
        .filter(({ Action }) => list(Action).some((action) => String(action).startsWith('s3:')))
        .map(({ Action, Resource: resource }) => {
          const [, where] = /"\/(\w+)\/\*"/.exec(words(resource)) ?? [];
          return `${entry} ${where}: ${list(Action).map(String).sort().join(' ')}`;
        }),
    );
    expect(touching.sort()).toEqual([
      'announcements/index kept: s3:GetObject s3:PutObject',
      'announcements/index uploads: s3:DeleteObject s3:GetObject s3:PutObject',
    ]);
  });
});
