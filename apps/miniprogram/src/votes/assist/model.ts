import type { Entry } from '../entry-words';

/** Where the worker and the resident are: asking for leave, waiting for it, choosing, done, or already in. */
export type Step = 'ask' | 'wait' | 'choose' | 'cast';
export const stepOf = (help: Pick<Entry, 'state'> | undefined): Step => {
  switch (help?.state) {
    case 'asked':
      return 'wait';
    case 'confirmed':
      return 'choose';
    case 'cast':
      return 'cast';
    default:
      return 'ask';
  }
};

/** Letters of a help code, in fours, as the paper shows it. */
export const grouped = (code: string): string => (code.match(/.{1,4}/g) ?? []).join(' ');

export const CHOICES = [
  { value: 'for', label: '赞成' },
  { value: 'against', label: '反对' },
  { value: 'abstain', label: '弃权' },
] as const;
