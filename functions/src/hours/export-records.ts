import { recordTable, toCsv, type RecordFacts } from '@gongzhi/shared/hours/record-rules';
import { gatherMonth, type OfVolunteer } from './gather-month';
import type { Handle } from './repo';
import { writeXlsx } from './write-xlsx';

const MEDIA = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const distinct = (all: readonly string[]): string[] => [...new Set(all)];

/** Every line of the month, also what was taken back: whoever adds the minutes up has what counts. */
export const exportRecords: Handle<'exportRecords'> = async ({ communityId, month, format }, ctx) => {
  const { repo, names, shifts, now } = ctx;
  const { lines, stands } = await gatherMonth(repo, communityId, month);
  const activities = await shifts.activities(communityId, lines);
  const organisers = [...activities.values()].flatMap(({ organiserId }) => organiserId ?? []);
  const called = await names.of(communityId, distinct([...lines.map(({ volunteerId }) => volunteerId), ...organisers]));
  const questions = await repo.cases.states(
    communityId,
    lines.filter(({ reasons }) => reasons).map(({ entryId }) => `q-${entryId}`),
  );
  const statusOf = (line: OfVolunteer): RecordFacts['status'] => {
    if (line.reverses) return 'reversal';
    if (!stands(line)) return 'reversed';
    return questions.get(`q-${line.entryId}`) === 'open' ? 'questioned' : 'stands';
  };
  const records = lines.map((line): RecordFacts => {
    const { title = '', place = '', organiserId = '' } = activities.get(line.activityId) ?? {};
    const facts = { title: line.named ?? title, place, volunteerName: called.get(line.volunteerId) ?? '' };
    return {
      ...line,
      ...facts,
      status: statusOf(line),
      correctionOf: line.reverses,
      responsible: called.get(organiserId) ?? '',
    };
  });
  const { stepMinutes } = await repo.settings.read(communityId);
  const table = recordTable(records, { stepMinutes, exportedAt: now.toISOString() });
  const bytes = format === 'csv' ? Buffer.from(toCsv(table)) : writeXlsx(table, month);
  return {
    fileName: `志愿服务记录-${month}.${format}`,
    mediaType: MEDIA[format],
    base64: bytes.toString('base64'),
    rows: records.length,
  };
};
