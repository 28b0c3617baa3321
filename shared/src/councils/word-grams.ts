/** Letters that join words and say nothing of a matter; a pair with one of them in it is left out. */
const JOINING = new Set('的了是在和与及等请把被就都也很吗呢吧我你他她它们这那有个为给让对从到于之其要能可以上下不');
/** Pairs in nearly every proposal. */
const COMMON = new Set(['小区', '社区', '建议', '希望', '居民', '问题', '加强', '进行', '关于']);

const MOST = { title: 24, grounds: 24 } as const;

const ofRun = (run: string): string[] => {
  if (!/^\p{Script=Han}/u.test(run)) return [run];
  const letters = [...run];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};
const tells = (gram: string): boolean => !COMMON.has(gram) && ![...gram].some((letter) => JOINING.has(letter));

/**
 * What a text is about: every two neighbouring Chinese characters, and every word or number in other letters. No
 * dictionary: Intl.Segmenter is missing in parts of WeChat and cuts differently with each ICU, so that an upgrade of
 * Node would silently no longer find what an older one filed; pairs are the same everywhere, for ever.
 */
export const gramsIn = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[a-z0-9]{2,}/gu) ?? []
  )
    .flatMap(ofRun)
    .filter(tells);

/** The pairs a matter is filed under and looked for with: its title's, then those its grounds repeat most. At most 48. */
export const wordGrams = (title: string, grounds = ''): string[] => {
  const own = [...new Set(gramsIn(title))].slice(0, MOST.title);
  const counts = new Map<string, number>();
  for (const gram of gramsIn(grounds)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const repeated = [...counts].filter(([gram, n]) => n > 1 && !own.includes(gram));
  repeated.sort(([, a], [, b]) => b - a);
  return [...own, ...repeated.slice(0, MOST.grounds).map(([gram]) => gram)];
};

/** Matters kept under one pair, the newest: a pair that more matters hold tells nothing. */
export const MOST_HOLDERS = 60;
const LEAST_SHARE = 0.34;
const MOST_FOUND = 3;

/** How much a pair tells: the fewer matters hold it, the more. */
const tellsOf = (holders: number): number => Math.log(1 + MOST_HOLDERS / (holders + 1));

/**
 * Matters alike, most alike first: `holders` are the matters filed under each pair of the text. Alike is whoever holds
 * two pairs or more and a third of what the title tells; pairs of the grounds count half.
 */
export const likest = (title: string, grounds: string, holders: (gram: string) => readonly string[]): string[] => {
  const inTitle = new Set(gramsIn(title));
  const found = new Map<string, { score: number; pairs: number }>();
  let whole = 0;
  for (const gram of wordGrams(title, grounds)) {
    const ids = holders(gram);
    const tell = tellsOf(ids.length) * (inTitle.has(gram) ? 1 : 0.5);
    if (inTitle.has(gram)) whole += tell;
    for (const id of ids) {
      const { score, pairs } = found.get(id) ?? { score: 0, pairs: 0 };
      found.set(id, { score: score + tell, pairs: pairs + 1 });
    }
  }
  const alike = [...found].filter(([, { score, pairs }]) => pairs > 1 && score >= LEAST_SHARE * whole);
  alike.sort(([a, x], [b, y]) => y.score - x.score || (a < b ? 1 : -1));
  return alike.slice(0, MOST_FOUND).map(([id]) => id);
};
