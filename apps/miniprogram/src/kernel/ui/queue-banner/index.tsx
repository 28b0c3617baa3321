import { useStore } from '../../store';
import { sessions } from '../../call';
import { queue } from '../../queue';
import { waitingWords } from '../../queue-core';
import { Banner } from '../banner';

/** What still waits to be sent, on every page. */
export function QueueBanner() {
  const words = waitingWords(useStore(queue), useStore(sessions)?.personId);
  return words ? <Banner tone="waiting" title="待发送" words={words} /> : null;
}
