import { useState } from 'react';
import type { Outcome } from './answer-of';
import { platform } from './platform/platform';
import { toast } from './toast';

type Sheet = { fileName: string; mediaType: string; base64: string };
/** Fetches a document and opens it; one at a time, by its key. */
export const usePrinting = () => {
  const [busy, setBusy] = useState<string>();
  const print = async (key: string, ask: () => Promise<Outcome<Sheet>>) => {
    setBusy(key);
    const outcome = await ask();
    setBusy(undefined);
    if (!outcome.ok) return toast(outcome.says);
    const { fileName: name, mediaType, base64 } = outcome.value;
    await platform.files.open({ name, mediaType, base64 });
  };
  return { busy, print };
};
