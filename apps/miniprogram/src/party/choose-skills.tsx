import { Text, View } from '@tarojs/components';
import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { a11y } from '../kernel/ui/a11y';

/** Several of what somebody can do. */
export function ChooseSkills({ chosen, onToggle }: { chosen: readonly string[]; onToggle: (skill: string) => void }) {
  return (
    <View>
      {Object.entries(SKILLS).map(([skill, label]) => {
        const on = chosen.includes(skill);
        return (
          <View
            key={skill}
            className="row"
            hoverClass="row-pressed"
            onClick={() => onToggle(skill)}
            {...a11y({ role: 'checkbox', checked: on, label })}
          >
            <Text className="row-label">{label}</Text>
            <Text className="row-value">{on ? '✓ 选了' : '没有选'}</Text>
          </View>
        );
      })}
    </View>
  );
}
