import type { Input } from '@gongzhi/shared/kernel/contract';
import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { meetings } from '@gongzhi/shared/meetings/contract';
import type { Item } from '@gongzhi/shared/meetings/model';
import { KIND_RULES, MEETING_DEFAULTS } from '@gongzhi/shared/meetings/rule-sets';
import { mayCall } from '@gongzhi/shared/meetings/rules';
import type { Deps } from './repo';
import type { PlanItem } from './repo-meetings';

type Asked = Input<typeof meetings.callMeeting>;
type Sources = Pick<Deps, 'matters'> & { now: Date };

/** The agenda with the titles as they stand; a matter twice, unknown or not public cannot be heard. */
const agendaOf = async ({ communityId, agenda }: Asked, { matters }: Sources) => {
  if (new Set(agenda.map(({ proposalId }) => proposalId)).size < agenda.length) return refuse('MATTER_UNKNOWN');
  const found = await Promise.all(agenda.map(({ proposalId }) => matters.read(communityId, proposalId)));
  if (found.includes(undefined)) return refuse('MATTER_UNKNOWN');
  return agenda.map(({ proposalId, minutes }, i): Item => {
    return { n: i + 1, proposalId, title: found[i]?.title ?? '', minutes };
  });
};

/** What is asked for as a plan that can be kept, or why it cannot be. */
export const planMeeting = async (
  asked: Asked,
  sources: Sources,
): Promise<Omit<PlanItem, 'sk' | 'calledAt'> | Refusal<'STARTS_PAST' | 'NOTICE_SHORT' | 'MATTER_UNKNOWN'>> => {
  const no = mayCall(asked.kind, asked.startsAt, sources.now);
  if (no) return no;
  const agenda = await agendaOf(asked, sources);
  if (isRefusal(agenda)) return agenda;
  const { kind, place, startsAt, minutes, expectedCount } = asked;
  return {
    kind,
    place,
    startsAt,
    minutes,
    agenda,
    roles: [...new Set(asked.roles ?? KIND_RULES[kind].roles)],
    objectionMinutes: asked.objectionMinutes ?? MEETING_DEFAULTS.objectionMinutes,
    ...(expectedCount === undefined ? {} : { expectedCount }),
    ...(asked.speaking ? { speaking: asked.speaking } : {}),
  };
};
