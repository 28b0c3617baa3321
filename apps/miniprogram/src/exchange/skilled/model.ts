import { SKILLS, type Skill } from '@gongzhi/shared/kernel/skills';

/** A skill out of an address; the first one when it names none. */
export const skillOf = (given: string): Skill => (given in SKILLS ? (given as Skill) : 'haircut');
