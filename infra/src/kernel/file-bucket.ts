import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import { FILES } from './settings';

const CLOSED = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Who fetched what: S3 writes it here itself, which it does not do to a bucket with a key of ours. */
const makeLog = (scope: Construct): Bucket => {
  const log = new Bucket(scope, 'file-log', {
    ...{ ...CLOSED, encryption: BucketEncryption.S3_MANAGED },
    lifecycleRules: [{ expiration: Duration.days(FILES.logDays) }],
  });
  acknowledge(log, { 'AwsSolutions-S1': 'It holds the access log; a log of the log would not end.' });
  return log;
};

/**
 * Files of the deployment. `uploads/`: as they were sent, for a day; `kept/`: as they were taken. Nobody reads or writes it but
 * functions, and whoever has an address one of them signed.
 */
export const makeFileBucket = (scope: Construct, encryptionKey: Key, webOrigin: string): Bucket =>
  new Bucket(scope, 'files', {
    ...{ ...CLOSED, encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true, versioned: true },
    serverAccessLogsBucket: makeLog(scope) as IBucket,
    cors: [
      {
        allowedOrigins: [webOrigin],
        allowedMethods: [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.POST],
        allowedHeaders: ['content-type'],
        maxAge: 3_600,
      },
    ],
    lifecycleRules: [
      { id: 'uploads', prefix: 'uploads/', expiration: Duration.days(FILES.uploadDays) },
      {
        ...{ id: 'past', noncurrentVersionExpiration: Duration.days(FILES.pastDays) },
        abortIncompleteMultipartUploadAfter: Duration.days(FILES.uploadDays),
      },
    ],
  });
