import { create } from 'qrcode/lib/core/qrcode';

/** Light modules around the code, without which readers do not find it. */
const QUIET = 4;

/** A QR code as lines of runs: `[dark, modules]` from left to right, the quiet zone included. ASCII text only. */
export const qrRuns = (text: string): [dark: boolean, modules: number][][] => {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  const { size, data } = create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: 'M' }).modules;
  const width = size + 2 * QUIET;
  const isDark = (x: number, y: number) => x >= 0 && y >= 0 && x < size && y < size && data[y * size + x] === 1;
  return Array.from({ length: width }, (_, y) => {
    const runs: [boolean, number][] = [];
    for (let x = 0; x < width; x += 1) {
      const dark = isDark(x - QUIET, y - QUIET);
      const last = runs.at(-1);
      if (last?.[0] === dark) last[1] += 1;
      else runs.push([dark, 1]);
    }
    return runs;
  });
};

/** A line of runs as hard stops of a gradient: one element a line, so that a code is some forty nodes and not a thousand. */
export const stopsOf = (runs: readonly (readonly [boolean, number])[], px: number): string => {
  let from = 0;
  return runs
    .flatMap(([dark, modules]) => {
      const start = from;
      from += modules * px;
      const colour = dark ? 'var(--qr-dark)' : 'var(--qr-light)';
      return [`${colour} ${start}px`, `${colour} ${from}px`];
    })
    .join(',');
};

const LARGEST_PX = 6;
/** What fits beside the margins of a phone 320 px wide. */
const WIDEST_PX = 272;
/** How large a module is drawn, px: a longer text has more and smaller ones. */
export const pxOf = (modules: number): number => Math.max(1, Math.min(LARGEST_PX, Math.floor(WIDEST_PX / modules)));
