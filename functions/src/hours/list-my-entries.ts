import type { Entry } from '@gongzhi/shared/hours/model';
import type { Handle } from './repo';
import { lineOf, type Line } from './repo-entries';

const questionId = ({ entryId }: Line) => `q-${entryId}`;

export const listMyEntries: Handle<'listMyEntries'> = async ({ communityId, cursor }, { repo, shifts, caller }) => {
  const { items, next } = await repo.entries.list({ communityId, volunteerId: caller.personId }, cursor);
  const lines = items.map(lineOf);
  const [activities, states] = await Promise.all([
    shifts.activities(communityId, lines),
    repo.cases.states(communityId, lines.filter(({ reasons }) => reasons).map(questionId)),
  ]);
  const shown = ({ reasons, named, version: _v, ...line }: Line): Entry => {
    const caseId = questionId(line as Line);
    const question = reasons && { question: { caseId, reasons, state: states.get(caseId) ?? ('open' as const) } };
    return { ...line, title: named ?? activities.get(line.activityId)?.title ?? '', ...question };
  };
  return { items: lines.map(shown), next };
};
