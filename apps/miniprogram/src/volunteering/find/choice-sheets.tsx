import { Text } from '@tarojs/components';
import type { Kind } from '@gongzhi/shared/kernel/service/model';
import type { Loaded } from '../../kernel/ui/list-state/model';
import { ListState } from '../../kernel/ui/list-state';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { KIND_OPTIONS } from '../words';
import { skillsIn, type Choice } from './model';
import type { Coming } from '@gongzhi/shared/volunteering/contract-activities';

const ALL = 'all';
interface SheetProps {
  choice: Choice;
  change: (choice: Choice) => void;
  onClose: () => void;
}

const without = <K extends keyof Choice>(choice: Choice, key: K): Choice => {
  const { [key]: _, ...rest } = choice;
  return rest;
};

export function KindSheet({ choice, change, onClose }: SheetProps) {
  const pick = (value: Kind | typeof ALL) => {
    change(value === ALL ? without(choice, 'kind') : { ...choice, kind: value });
    onClose();
  };
  return (
    <Sheet title="哪一类服务" onClose={onClose}>
      <Segmented<Kind | typeof ALL>
        label="哪一类服务"
        options={[{ value: ALL, label: '全部' }, ...KIND_OPTIONS]}
        value={choice.kind ?? ALL}
        onChange={pick}
      />
    </Sheet>
  );
}

/** The skills asked for now; looked for in the whole list, so it is fetched first. */
export function SkillSheet({
  choice,
  change,
  onClose,
  all,
  retry,
}: SheetProps & { all: Loaded<readonly Coming[]>; retry: () => void }) {
  const pick = (value: string) => {
    change(value === ALL ? without(choice, 'skill') : { ...choice, skill: value });
    onClose();
  };
  return (
    <Sheet title="我会什么" words="选一项，只看需要这项技能的活动。" onClose={onClose}>
      <ListState loaded={all} retry={retry}>
        {(coming) => (
          <>
            {skillsIn(coming).length === 0 ? <Text className="block">近期的活动都不要求专门的技能。</Text> : null}
            <Segmented
              label="我会什么"
              options={[
                { value: ALL, label: '不限' },
                ...skillsIn(coming)
                  .slice(0, 20)
                  .map((skill) => ({ value: skill, label: skill })),
              ]}
              value={choice.skill ?? ALL}
              onChange={pick}
            />
          </>
        )}
      </ListState>
    </Sheet>
  );
}
