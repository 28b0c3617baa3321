import { useState, type ReactNode } from 'react';
import { PrimaryButton } from '../kernel/ui/primary-button';

/** Of each of a page's several lists so many at first: together they fit a phone. */
const FEW = 5;

interface Props<T> {
  items: readonly T[];
  each: (item: T) => ReactNode;
  /** Asks for the next page, where there is one. */
  more: (() => void) | undefined;
  busy: boolean;
}

/** The first few of a list; the rest of its page, and the pages after it, when they are wanted. */
export function FirstFew<T>({ items, each, more, busy }: Props<T>) {
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, items.length - FEW);
  const next = hidden > 0 ? () => setAll(true) : more;
  return (
    <>
      {items.slice(0, items.length - hidden).map(each)}
      {next ? <PrimaryButton kind="plain" label="看更早的" busy={busy} onTap={next} /> : null}
    </>
  );
}
