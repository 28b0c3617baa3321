import type { BucketSpec, CorsSpec } from './model';
import type { Found, Select } from './select-resources';

interface CorsRule {
  AllowedOrigins: string[];
  AllowedMethods: string[];
  AllowedHeaders?: string[];
  ExposedHeaders?: string[];
  MaxAge?: number;
}
interface LifecycleRule {
  Status: string;
  Prefix?: string;
  ExpirationInDays?: number;
}

const corsOf = (bucket: Found): CorsSpec | undefined => {
  const [rule, ...others] = bucket.get<CorsRule[]>('CorsConfiguration.CorsRules') ?? [];
  if (others.length > 0) throw new Error(`${bucket.stack.id}/${bucket.id}: one CORS rule can be served here.`);
  return (
    rule && {
      ...{ origins: rule.AllowedOrigins, methods: rule.AllowedMethods, headers: rule.AllowedHeaders ?? [] },
      ...{ exposed: rule.ExposedHeaders ?? [], credentials: false, maxAgeSeconds: rule.MaxAge },
    }
  );
};

/** Buckets with what a browser may do to them and what expires. Versions are not kept here. */
export const describeBuckets = (select: Select): BucketSpec[] =>
  select('AWS::S3::Bucket').map((bucket) => ({
    name: bucket.name,
    cors: corsOf(bucket),
    expiries: (bucket.get<LifecycleRule[]>('LifecycleConfiguration.Rules') ?? []).flatMap((rule) =>
      rule.Status === 'Enabled' && rule.ExpirationInDays !== undefined
        ? [{ prefix: rule.Prefix ?? '', days: rule.ExpirationInDays }]
        : [],
    ),
  }));
