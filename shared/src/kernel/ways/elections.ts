const WHO = '(居民?委员?会|居委会?|居务监督委员会|居民代表|居民小组组?长|社区?委员)';
const WHAT = '(选举|换届|罢免|补选|改选|推选)';
const ELECTION = new RegExp(`${WHO}.{0,12}${WHAT}|${WHAT}.{0,12}${WHO}`);

/**
 * Whether a text asks for an election of the residents' committee or of delegates, or for their recall. The law
 * (城市居民委员会组织法, ch. 2) has them by secret ballot on the spot, with those who run them elected too: not here.
 * Owners may still vote for or against each member of the owners' committee (民法典 art. 278 item 3).
 */
export const isElection = (text: string): boolean => ELECTION.test(text.replaceAll(/\s/g, ''));
