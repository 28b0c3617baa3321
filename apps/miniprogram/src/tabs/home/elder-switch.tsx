import { chooseReading, useTheme } from '../../kernel/theme';
import { Banner } from '../../kernel/ui/banner';
import { PrimaryButton } from '../../kernel/ui/primary-button';

/** 长辈版: always a button here; offered in words when the phone's own text is already large. */
export function ElderSwitch() {
  const { elder, offersElder } = useTheme();
  if (offersElder) {
    return (
      <Banner
        tone="note"
        title="要换成长辈版吗？"
        words="您的手机用的是大字。长辈版字更大、按钮更大，一屏只做一件事，随时可以换回来。"
      >
        <PrimaryButton label="换成长辈版" onTap={() => chooseReading({ elder: true, offered: true })} />
        <PrimaryButton kind="plain" label="不用了" onTap={() => chooseReading({ offered: true })} />
      </Banner>
    );
  }
  return (
    <PrimaryButton
      kind="plain"
      label={elder ? '换回标准版' : '换成长辈版（大字大按钮）'}
      onTap={() => chooseReading({ elder: !elder })}
    />
  );
}
