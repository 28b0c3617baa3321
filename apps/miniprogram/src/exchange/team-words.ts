import { SHOWN_FROM } from '@gongzhi/shared/exchange/rule-sets';
import type { Team } from '@gongzhi/shared/exchange/teams';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { hoursWords } from './words';

/** How many a team is and what it gave together; below SHOWN_FROM members why the hours are not shown. */
export const teamWords = ({ members, minutes }: Pick<Team, 'members' | 'minutes'>): string => {
  if (members === 0) return '还没有人加入';
  const hours = minutes === undefined ? `满 ${SHOWN_FROM} 人后显示全队时长` : `全队一共服务 ${hoursWords(minutes)}`;
  return `${members} 人 · ${hours}`;
};

/** Members who did not wish to be named are told as a number. `shown`: how many names stand above. */
export const othersWords = (members: number, shown: number, all: boolean): string | undefined => {
  const others = members - shown;
  return all && others > 0 ? `${shown > 0 ? '另有' : '有'} ${others} 位队员不显示姓名。` : undefined;
};

/** What a list says of a team beside its name: that it is closed, or that one is in it. */
export const teamTag = ({
  mine,
  closedAt,
}: Pick<Team, 'mine' | 'closedAt'>): readonly [string, 'plain' | 'active'] | undefined => {
  if (closedAt) return ['已解散', 'plain'];
  return mine ? ['我在队里', 'active'] : undefined;
};

/** What the page of a closed team says. */
export const closedWords = (closedAt: string): string =>
  `这支队伍在${dateInWords(closedAt)}解散，不再加入新队员。已经记下的时长不变。`;
