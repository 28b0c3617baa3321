import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { readEnv } from '../kernel/env';
import { takeRecords } from '../kernel/take-records';
import { buildSending } from './build-sending';
import { carryOn } from './carry-on';
import type { Sending } from './send-chunk';

const PREFIX = 'send#';
/** The sending whose job a record is the new image of. */
const sendIn = ({ dynamodb }: DynamoDBRecord): string | undefined => {
  const [pk, sk] = ['pk', 'sk'].map((name) => dynamodb?.Keys?.[name]?.S ?? '') as [string, string];
  return dynamodb?.NewImage && sk === 'job' && pk.startsWith(PREFIX) ? pk.slice(PREFIX.length) : undefined;
};

/** Carries sendings on. Of several images of one job the last says where it stands. Lambda delivers again from the first record that failed. */
export const sendMessages =
  (sending: Sending) =>
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const done = new Set<string>();
    const take = async (record: DynamoDBRecord) => {
      const sendId = sendIn(record);
      if (!sendId || done.has(sendId)) return;
      done.add(sendId);
      await carryOn(sending, sendId);
    };
    return takeRecords(event, take, sending.report);
  };

const ENV = [
  ...(['TABLE_NOTICES', 'TABLE_IDENTITY', 'TABLE_LEDGER', 'WECHAT_BASE_URL', 'SUBSCRIBE_TEMPLATES'] as const),
  ...(['SECRET_WECHAT', 'SECRET_OPENID'] as const),
];
let ready: Promise<ReturnType<typeof sendMessages>> | undefined;
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  if (!event.Records.some(sendIn)) return { batchItemFailures: [] };
  ready ??= buildSending(readEnv(ENV)).then(sendMessages);
  ready.catch(() => (ready = undefined));
  return (await ready)(event);
};
