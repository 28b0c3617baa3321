import { memoryLedger } from '../kernel/test-door';
import { hearMedia } from './hear-media';

const at = new Date('2026-11-27T02:00:00.000Z');
const said = (ledger: ReturnType<typeof memoryLedger>) =>
  [...ledger.events.values()].map(({ type, data }) => ({ type, data }));

test('what WeChat found is told by its trace, and once however often it is pushed', async () => {
  const ledger = memoryLedger();
  const hear = hearMedia({ ledger, clock: () => at });
  const pushed = { event: 'media', traceId: 't', verdict: 'risky', label: 20002, reason: '色情' } as const;
  await hear(pushed);
  await hear(pushed);
  expect(said(ledger)).toEqual([
    { type: 'notices.media-checked', data: { traceId: 't', verdict: 'risky', label: 20002 } },
  ]);
});

test('that it could not be fetched is told as well', async () => {
  const ledger = memoryLedger();
  await hearMedia({ ledger, clock: () => at })({ event: 'mediaFailed', traceId: 't', errcode: -1008 });
  expect(said(ledger)).toEqual([
    { type: 'notices.media-checked', data: { traceId: 't', verdict: 'failed', label: -1008 } },
  ]);
});
