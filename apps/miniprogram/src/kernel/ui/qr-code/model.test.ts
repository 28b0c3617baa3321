import { create } from 'qrcode/lib/core/qrcode';
import { pxOf, qrRuns, stopsOf } from './model';

test('the runs spell the modules of the code, with four light ones around it', () => {
  const text = 'GZ1.abc123.AbCdEfGhIjKlMnOpQrStUvWx';
  const { size, data } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  }).modules;
  const lines = qrRuns(text).map((runs) =>
    runs.flatMap(([dark, modules]) => Array.from({ length: modules }, () => dark)),
  );
  expect(lines).toHaveLength(size + 8);
  for (const line of lines) expect(line).toHaveLength(size + 8);
  expect(lines.slice(0, 4).flat()).not.toContain(true);
  const inner = lines.slice(4, -4).flatMap((line) => line.slice(4, -4));
  expect(inner).toEqual(Array.from(data, (bit) => bit === 1));
});

test('a line is hard stops without a gap', () => {
  expect(
    stopsOf(
      [
        [false, 2],
        [true, 1],
      ],
      6,
    ),
  ).toBe('var(--qr-light) 0px,var(--qr-light) 12px,var(--qr-dark) 12px,var(--qr-dark) 18px');
});

test.each([
  [33, 6],
  [45, 6],
  [57, 4],
  [185, 1],
  [400, 1],
])('%i modules are drawn %i px large, so that a code fits a narrow phone', (modules, px) =>
  expect(pxOf(modules)).toBe(px),
);
