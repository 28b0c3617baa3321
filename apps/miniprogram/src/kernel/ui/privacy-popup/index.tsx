import { platform } from '../../platform/platform';
import { AGREE_BUTTON, answerPrivacy, privacyAsked } from '../../privacy';
import { useStore } from '../../store';
import { PrimaryButton } from '../primary-button';
import { Sheet } from '../sheet';

/** WeChat's own gate: it gives an interface (phone number, file, camera) only after a real tap on this button. */
export function PrivacyPopup() {
  if (!useStore(privacyAsked)) return null;
  return (
    <Sheet
      title="先看一下隐私保护指引"
      words="接下来的功能要用到指引里写明的信息。同意后才会使用；不同意也可以继续浏览，或请社区工作者协助办理。"
      closeLabel="不同意"
      onClose={() => answerPrivacy(false)}
    >
      <PrimaryButton kind="plain" label="阅读隐私保护指引" onTap={() => platform.privacy?.openGuide()} />
      <PrimaryButton
        label="同意"
        native={{
          id: AGREE_BUTTON,
          openType: 'agreePrivacyAuthorization',
          onAgreePrivacyAuthorization: () => answerPrivacy(true),
        }}
      />
    </Sheet>
  );
}
