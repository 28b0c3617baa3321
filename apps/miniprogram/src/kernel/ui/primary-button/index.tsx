import { Button } from '@tarojs/components';
import type { ButtonProps } from '@tarojs/components';
import { a11y } from '../a11y';

/** `primary`: the one action of a screen. `plain`: any other. `danger`: what cannot be taken back. */
export type Kind = 'primary' | 'plain' | 'danger';
export interface PrimaryButtonProps {
  label: string;
  onTap?: () => void;
  kind?: Kind;
  disabled?: boolean;
  /** The action is under way: the button waits and says so. */
  busy?: boolean;
  /** WeChat's own buttons: `openType="getPhoneNumber"`, `id`, and their events. */
  native?: Pick<ButtonProps, 'openType' | 'id' | 'onGetPhoneNumber' | 'onAgreePrivacyAuthorization'>;
}

const LOOKS = { still: ['btn-still', 'none'], ready: ['btn-ready', 'btn-pressed'] } as const;

export function PrimaryButton({
  label,
  onTap,
  kind = 'primary',
  disabled = false,
  busy = false,
  native,
}: PrimaryButtonProps) {
  const still = disabled || busy;
  const [look, hoverClass] = LOOKS[still ? 'still' : 'ready'];
  const [words, name] = busy ? ['请稍候…', `${label}，正在处理`] : [label, label];
  return (
    <Button
      className={`btn btn-${kind} ${look}`}
      hoverClass={hoverClass}
      disabled={still}
      onClick={() => !still && onTap?.()}
      {...native}
      {...a11y({ role: 'button', disabled: still, label: name })}
    >
      {words}
    </Button>
  );
}
