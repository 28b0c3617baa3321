import { paths, sizes, tested, tokens } from './house.mjs';

const file = (path, text = '') => ({ path, text });
const lines = (n) => 'x\n'.repeat(n);

describe('sizes', () => {
  test('a file of 200 lines passes, one more does not', () => {
    expect(
      sizes([file('shared/src/a/rules.ts', lines(200)), file('shared/src/a/b.ts'), file('shared/src/a/c.ts')]),
    ).toEqual([]);
    expect(
      sizes([file('shared/src/a/rules.ts', lines(201)), file('shared/src/a/b.ts'), file('shared/src/a/c.ts')]),
    ).toEqual([expect.stringContaining('shared/src/a/rules.ts: 201 lines')]);
    expect(sizes([file('apps/miniprogram/src/a/index.scss', lines(201))])).toHaveLength(1);
  });
  test('the median is kept for each workspace, and tests do not count', () => {
    const long = ['a', 'b', 'c'].map((name) => file(`functions/src/x/${name}.ts`, lines(61)));
    expect(sizes(long)).toEqual([expect.stringContaining('functions: the median file has 61 lines')]);
    expect(sizes([...long.slice(1), file('functions/src/x/d.ts'), file('functions/src/x/e.ts')])).toEqual([]);
    expect(sizes([file('functions/src/x/a.test.ts', lines(390)), file('shared/src/x/a.ts', lines(60))])).toEqual([]);
  });
});

describe('tested', () => {
  test('tests weigh at least as much as source, in bytes', () => {
    expect(tested([file('shared/src/a/rules.ts', '字'), file('shared/src/a/rules.test.ts', 'abc')])).toEqual([]);
    expect(tested([file('shared/src/a/rules.ts', '字'), file('shared/src/a/rules.test.ts', 'ab')])).toEqual([
      'shared: 2 bytes of tests for 3 of source. What is not tested there is not known to work.',
    ]);
  });
  test('only where it is asked', () => expect(tested([file('infra/src/app.ts', 'abc')])).toEqual([]));
});

describe('tokens', () => {
  const scss = (text, path = 'apps/miniprogram/src/councils/motion/index.scss') => tokens([file(path, text)]).length;
  test.each([
    'color: #1d5b43;',
    'color: #FFF;',
    'background: rgba(0, 0, 0, .5);',
    'color: hsl(1 2% 3%);',
    'padding: 8px;',
    'margin: 0 0 .5rem -7px;',
    'font-size: 34rpx;',
    'border: 3px solid var(--pine);',
    'padding: calc(12px + var(--s1));',
  ])('%s is no token', (text) => expect(scss(`.a { ${text} }`)).toBe(1));
  test.each([
    'color: var(--pine);',
    'border: 1px solid var(--hairline);',
    'width: 100%;',
    'margin: 0 auto;',
    'line-height: 1.5;',
    'min-height: 100vh;',
    'padding: env(safe-area-inset-bottom);',
    '// 8px',
    '/* #fff */',
    'transform: rotate(45deg);',
  ])('%s is fine', (text) => expect(scss(`.a {\n${text}\n}`)).toBe(0));
  test('a media query may name its width', () =>
    expect(scss('@media (min-width: 600px) { .a { color: var(--ink); } }')).toBe(0));
  test('tokens.scss is where they are', () =>
    expect(scss(':root { --pine: #1d5b43; --s1: 8px; }', 'apps/miniprogram/src/kernel/tokens.scss')).toBe(0));
  test('the parts of the kernel are drawn in lengths, but not in colours', () => {
    expect(scss('.a { padding: 8px; }', 'apps/miniprogram/src/kernel/ui/tag/index.scss')).toBe(0);
    expect(scss('.a { color: #fff; }', 'apps/miniprogram/src/kernel/ui/tag/index.scss')).toBe(1);
  });
  test('a style written in a page is held to the same', () => {
    expect(scss("<View style={{ color: '#fff' }} />", 'apps/miniprogram/src/home/index.tsx')).toBe(1);
    expect(scss("<View style={{ width: '12px' }} />", 'apps/miniprogram/src/home/index.tsx')).toBe(1);
    expect(scss('<View style={{ width: `${share}%` }} />', 'apps/miniprogram/src/home/index.tsx')).toBe(0);
  });
  test('the line is named', () => {
    expect(tokens([file('apps/miniprogram/src/home/index.scss', '.a {\n  color: #fff;\n}\n')])[0]).toMatch(
      /index\.scss:2: '#fff'/,
    );
  });
});

describe('paths', () => {
  const up = '..';
  test.each([
    ['a path of one computer', 'docs/x.md', `see ${['', 'work', 'main', 'x'].join('/')}`],
    ['a path out of the repository from its top', 'README.md', `see ${up}/shared/design/style.md`],
    ['a path out of the repository from a folder', 'docs/x.md', `see ${up}/${up}/shared/handbook`],
  ])('%s is found', (_, path, text) => expect(paths([file(path, text)])).toHaveLength(1));
  test('a path that stays inside passes', () => {
    expect(
      paths([
        file(
          'functions/src/councils/index.ts',
          `import { serve } from '${up}/kernel/serve'; import '${up}/${up}/${up}/package.json';`,
        ),
      ]),
    ).toEqual([]);
  });
});
