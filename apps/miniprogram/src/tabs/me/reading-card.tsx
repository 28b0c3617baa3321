import { Text } from '@tarojs/components';
import { SIZES } from '../../kernel/text-size';
import { chooseReading, useTheme } from '../../kernel/theme';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';

const FOLLOW = 'follow';

/** 长辈版 and the text size: following the phone, or chosen here. */
export function ReadingCard() {
  const { elder, reading } = useTheme();
  return (
    <Card>
      <Text className="block strong">长辈版和字号</Text>
      <Segmented
        label="字号"
        options={[
          { value: FOLLOW, label: '跟随手机' },
          ...SIZES.map(({ factor, label }) => ({ value: String(factor), label })),
        ]}
        value={reading.size === undefined ? FOLLOW : String(reading.size)}
        onChange={(value) => chooseReading({ size: value === FOLLOW ? undefined : Number(value) })}
      />
      <PrimaryButton
        kind="plain"
        label={elder ? '换回标准版' : '换成长辈版'}
        onTap={() => chooseReading({ elder: !elder })}
      />
    </Card>
  );
}
