import { codePoints } from '@gongzhi/shared/kernel/fields';

/** What a pasted paper was divided into; anything may still be empty, for the person to fill. */
export interface SplitProposal {
  title: string;
  grounds: string;
  recommendations: { title: string; body: string }[];
}

const CHAPTER = /^[一二三四五六七八九十]+、/;
const SECTION = /^（[一二三四五六七八九十]+）/;
const ASKS = /建议|意见|措施|对策/;

const linesOf = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Lines grouped under the headings that match; lines before the first heading come under ''. */
const under = (lines: readonly string[], heading: RegExp) => {
  const groups: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  for (const line of lines) {
    if (heading.test(line)) groups.push({ heading: line, lines: [] });
    else groups[groups.length - 1]?.lines.push(line);
  }
  return groups;
};

/** A heading that only repeats the field's own name. */
const isLabel = (heading: string) => heading.replace(CHAPTER, '') === '理由和现状';

const titled = (heading: string, lines: readonly string[], index: number) => {
  const title = heading
    .replace(SECTION, '')
    .replace(/[。；：]$/, '')
    .trim();
  return codePoints(title) <= 60 && title !== ''
    ? { title, body: lines.join('\n') || title }
    : { title: `建议${index + 1}`, body: [title, ...lines].filter(Boolean).join('\n') };
};

interface Chapter {
  heading: string;
  lines: string[];
}

/** The chapter that asks, one recommendation a section, or one a line where it has no sections; `before` stands ahead of its sections. */
const asked = (chapter: Chapter | undefined) => {
  const [lead, ...sections] = under(chapter?.lines ?? [], SECTION);
  const before = lead?.lines ?? [];
  const wholes = sections.length > 0 ? sections : before.map((line) => ({ heading: '', lines: [line] }));
  return {
    before: sections.length > 0 ? before : [],
    recommendations: wholes.map((whole, index) => titled(whole.heading, whole.lines, index)),
  };
};

const reasons = (chapters: readonly Chapter[]) =>
  chapters.flatMap(({ heading, lines }) => (chapters.length === 1 && isLabel(heading) ? lines : [heading, ...lines]));

/** The first line before any chapter, when it can be a title. */
const titleOf = (opening: readonly string[], chapters: readonly Chapter[]) => {
  const [first = ''] = opening;
  return chapters.length > 0 && codePoints(first) <= 60 ? first : '';
};

/**
 * Divides a paper as it is usually written (一、理由和现状 … 二、意见建议 （一）…（二）…) into a proposal's fields, so that
 * nobody types again what exists. A chapter whose heading speaks of 建议/意见/措施 becomes the recommendations, one a
 * section; everything else, headings kept unless one only repeats the field's name, is the grounds. A first line before
 * any chapter, of at most 60 characters, is the title.
 */
export const splitProposal = (paper: string): SplitProposal => {
  const [before, ...chapters] = under(linesOf(paper), CHAPTER);
  const opening = before?.lines ?? [];
  const title = titleOf(opening, chapters);
  const asks = chapters.find((chapter) => ASKS.test(chapter.heading));
  const { before: lead, recommendations } = asked(asks);
  const rest = reasons(chapters.filter((chapter) => chapter !== asks));
  return { title, grounds: [...opening.slice(title ? 1 : 0), ...lead, ...rest].join('\n'), recommendations };
};
