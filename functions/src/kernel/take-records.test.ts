import type { DynamoDBRecord } from 'aws-lambda';
import { takeRecords } from './take-records';

const records = ['1', '2', '3'].map((SequenceNumber): DynamoDBRecord => ({ dynamodb: { SequenceNumber } }));
const batch = { Records: records };
const numberOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber;

test('records are taken in order, one after another', async () => {
  const seen: unknown[] = [];
  const take = async (record: DynamoDBRecord) => void seen.push(numberOf(record));
  expect(await takeRecords(batch, take)).toEqual({ batchItemFailures: [] });
  expect(seen).toEqual(['1', '2', '3']);
});

test('the first that fails is where it goes on; those behind it are not touched, and somebody hears of it', async () => {
  const seen: unknown[] = [];
  const heard: string[] = [];
  const take = async (record: DynamoDBRecord) => {
    seen.push(numberOf(record));
    if (numberOf(record) === '2') throw new Error('down');
  };
  const report = ({ message }: Error) => void heard.push(message);
  expect(await takeRecords(batch, take, report)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect([seen, heard]).toEqual([['1', '2'], ['down']]);
});
