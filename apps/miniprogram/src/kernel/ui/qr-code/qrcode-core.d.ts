/** The encoder of `qrcode` alone: no canvas, no files. */
declare module 'qrcode/lib/core/qrcode' {
  export const create: (
    segments: { data: Uint8Array; mode: 'byte' }[],
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ) => { modules: { size: number; data: Uint8Array } };
}
