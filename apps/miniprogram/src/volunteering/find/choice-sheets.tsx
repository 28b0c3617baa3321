import { Text } from '@tarojs/components';
import type { Kind } from '@gongzhi/shared/kernel/service/model';
import type { Loaded } from '../../kernel/ui/list-state/model';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { KIND_OPTIONS } from '../words';
import { chosenOption, skillOptions, skillsIn, type Choice } from './model';
import type { Coming } from '@gongzhi/shared/volunteering/contract-activities';

const ALL = 'all';
interface SheetProps {
  choice: Choice;
  change: (choice: Choice) => void;
  onClose: () => void;
}

/** What the reader said they can do, and where they say it; nobody but members has it. */
export interface Own {
  skills: readonly string[];
  write: () => void;
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

/** The skills asked for now, looked for in the whole list, so it is fetched first; the reader's own stand before them. */
export function SkillSheet({
  choice,
  change,
  onClose,
  own,
  all,
  retry,
}: SheetProps & { own: Own | undefined; all: Loaded<readonly Coming[]>; retry: () => void }) {
  return (
    <Sheet title="我会什么" words="选一项，只看需要这项技能的活动。" onClose={onClose}>
      <ListState loaded={all} retry={retry}>
        {(coming) => {
          const options = skillOptions(coming, own?.skills ?? []);
          const pick = (value: string) => {
            const skills = options.find((option) => option.value === value)?.skills;
            change(skills ? { ...choice, skills } : without(choice, 'skills'));
            onClose();
          };
          return (
            <>
              {skillsIn(coming).length === 0 ? <Text className="block">近期的活动都不要求专门的技能。</Text> : null}
              <Segmented label="我会什么" options={options} value={chosenOption(options, choice)} onChange={pick} />
              {own ? <PrimaryButton kind="plain" label="填写、修改我的技能" onTap={own.write} /> : null}
            </>
          );
        }}
      </ListState>
    </Sheet>
  );
}
