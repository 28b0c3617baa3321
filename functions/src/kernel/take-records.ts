import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/**
 * Takes a stream's records one after another. What fails ends the batch there, and Lambda delivers again from that record on:
 * what was taken may come twice, and nothing is passed over. `report` hears what failed.
 */
export const takeRecords = async (
  { Records }: DynamoDBStreamEvent,
  take: (record: DynamoDBRecord) => Promise<unknown>,
  report?: (error: Error) => void,
): Promise<DynamoDBBatchResponse> => {
  for (const record of Records) {
    try {
      await take(record);
    } catch (error) {
      report?.(error as Error);
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
};
