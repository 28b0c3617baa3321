import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Coming } from '@gongzhi/shared/volunteering/contract-activities';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import type { Loaded } from '../../kernel/ui/list-state/model';
import { useLoaded } from '../../kernel/use-loaded';
import { allPages, usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { byActivity, isChosen, matching, type Choice } from './model';

const mapped = <A, B>({ value, ...state }: Loaded<A>, into: (value: A) => B): Loaded<B> => ({
  ...state,
  ...(value === undefined ? {} : { value: into(value) }),
});

/** What a member said they can do, in the words activities ask for it; undefined for a visitor. */
const useOwnSkills = (communityId: string, asked: boolean) => {
  const member = useRolesIn(communityId).length > 0;
  const { loaded, reload } = useLoaded(asked && member ? `skills ${communityId}` : undefined, () =>
    call(exchange.readSkills, { communityId }),
  );
  const words = loaded.value?.skills.map((skill) => SKILLS[skill]) ?? [];
  return { own: member ? words : undefined, reload };
};

/** The list as it is looked at: the soonest page by page, or the whole of it once something is chosen. */
export const useFind = (communityId: string) => {
  const [choice, setChoice] = useState<Choice>({});
  const [whole, setWhole] = useState(false);
  const ask = (cursor?: string) => call(volunteering.listComing, { communityId, ...(cursor ? { cursor } : {}) });
  const soon = usePages<Coming>(`soon ${communityId}`, ask);
  const all = useLoaded<readonly Coming[]>(whole ? `all ${communityId}` : undefined, () => allPages(ask));
  const skills = useOwnSkills(communityId, whole);
  const chosen = isChosen(choice);
  const change = (next: Choice) => {
    setWhole(whole || isChosen(next));
    setChoice(next);
  };
  const locate = async () => {
    const near = await platform.locate?.();
    if (near) change({ ...choice, near });
    else toast('没有拿到手机的位置，仍按时间先后排列。');
  };
  return {
    choice,
    change,
    locate,
    needWhole: () => setWhole(true),
    all,
    own: skills.own,
    shown: chosen
      ? mapped(all.loaded, (items) => matching(items, choice))
      : mapped(soon.loaded, ({ items }) => byActivity(items)),
    more: !chosen && soon.loaded.value?.next ? soon.more : undefined,
    reload: () => {
      (chosen ? all : soon).reload();
      skills.reload();
    },
  };
};
