import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Kind } from './model';
import type { Speaking } from './speaking';

/** A share as two integers: compared by cross-multiplication. `strict`: more than the share; otherwise the share itself is enough. */
export interface Share {
  num: number;
  den: number;
  strict: boolean;
}

/** What makes a meeting of one kind valid. */
export interface KindRule {
  /** Those invited and counted, by role. */
  roles: readonly Role[];
  /** Share of those expected that must be present; absent where the community hears people and decides nothing. */
  quorum?: Share;
  /** Share of those present that must raise their hand for. */
  pass: Share;
  /** Days between the call and the meeting. */
  noticeDays: number;
  source: string;
  sourceDate: string;
  /** False while the text in force could not be read: pages then say that the community's own rule is applied. */
  verified: boolean;
}

const HALF: Share = { num: 1, den: 2, strict: true };
const COMMITTEE_LAW = '《城市居民委员会组织法》（2018年修正）第十条；2025年修订文本待核对';

export const KIND_RULES: Readonly<Record<Kind, KindRule>> = {
  council: {
    roles: ['councilMember', 'chair'],
    quorum: HALF,
    pass: HALF,
    noticeDays: 0,
    source: '社区议事规则（社区自己约定）',
    sourceDate: '2026-11-23',
    verified: false,
  },
  residents: {
    roles: ['resident'],
    quorum: HALF,
    pass: HALF,
    noticeDays: 0,
    source: COMMITTEE_LAW,
    sourceDate: '2018-12-29',
    verified: false,
  },
  delegates: {
    // the same as on the roll of a delegates' vote (votes/make-roll)
    roles: ['councilMember'],
    quorum: HALF,
    pass: HALF,
    noticeDays: 0,
    source: COMMITTEE_LAW,
    sourceDate: '2018-12-29',
    verified: false,
  },
  owners: {
    // an owner may live elsewhere, and a tenant is none
    roles: ['owner'],
    quorum: { num: 2, den: 3, strict: false },
    pass: HALF,
    // 业主大会和业主委员会指导规则（建房〔2009〕274号）: fifteen days before
    noticeDays: 15,
    source: '《民法典》第二百七十八条：面积和人数要同时计算。会上举手只记人数，正式决定请另行发起业主表决',
    sourceDate: '2021-01-01',
    verified: false,
  },
  hearing: {
    roles: ['resident'],
    pass: HALF,
    noticeDays: 0,
    source: '社区“三会”制度（社区自己约定），听取意见，不作决定',
    sourceDate: '2026-11-23',
    verified: false,
  },
  coordination: {
    roles: ['resident'],
    pass: HALF,
    noticeDays: 0,
    source: '社区“三会”制度（社区自己约定），听取意见，不作决定',
    sourceDate: '2026-11-23',
    verified: false,
  },
  review: {
    roles: ['resident'],
    pass: HALF,
    noticeDays: 0,
    source: '社区“三会”制度（社区自己约定），听取意见，不作决定',
    sourceDate: '2026-11-23',
    verified: false,
  },
};

/** How people speak. Seconds are whole. */
export interface SpeakingRule {
  name: string;
  /** Most seconds of one speech, and of one person on one matter. */
  speechSeconds: number;
  matterSeconds: number;
  /** Most speeches of one person on one matter. */
  speechesPerMatter: number;
  /** Whether for and against take turns; otherwise whoever asked first. */
  alternate: boolean;
  /** What the chair may add, each time, and how often. */
  extensionSeconds: number;
  extensions: number;
  source: string;
  sourceDate: string;
  verified: boolean;
}

/**
 * Robert's rules in the local form: for and against take turns, each briefly, each at most twice. After the model of
 * Luohu's 文华十条 (文华社区, Shenzhen), whose wording could not be read at the source: so these are the community's own.
 */
export const SPEAKING_RULE: SpeakingRule = {
  name: '发言规则：正反方轮流，先举手、再发言',
  speechSeconds: 120,
  matterSeconds: 240,
  speechesPerMatter: 2,
  alternate: true,
  extensionSeconds: 60,
  extensions: 1,
  source: '罗湖“文华十条”一类的居民议事规则，由社区自己约定，不是法律规定',
  sourceDate: '2026-11-23',
  verified: false,
};

/** The rule of one meeting: what was set when it was called, in place of the usual. One person's time on a matter is that of all their speeches. */
export const speakingRule = (speaking: Speaking | undefined): SpeakingRule =>
  speaking
    ? {
        ...SPEAKING_RULE,
        ...speaking,
        matterSeconds: speaking.speechSeconds * speaking.speechesPerMatter,
        source: '召集会议时定下，由社区自己约定，不是法律规定',
      }
    : SPEAKING_RULE;

export const MEETING_DEFAULTS = {
  /** Signing in opens this long before the start, minutes. */
  doorsMinutes: 60,
  /** Objections to the minutes are taken this long after the end, minutes: three days. */
  objectionMinutes: 3 * 24 * 60,
  /** Share of those who attended whose confirmation freezes the minutes early. */
  confirm: HALF,
  /** Questions one meeting can put. */
  questions: 20,
} as const;
