import { writeFileSync } from 'node:fs';
import { inviteSheet } from './invite-sheet';
test('x', async () => {
  const invites = Array.from({ length: 120 }, (_, i) => ({ label: `1号楼${(i % 3) + 1}单元${(i % 20) + 1}0${i % 2 + 1}室`, code: `K7M2${'ABCDEFGHJK'[i % 10]}${String(90_000 + i)}` }));
  await inviteSheet({ communityName: '小', building: '1', expiresAt: '2027-01-22T08:00:00.000Z', joinUrl: 'x', invites: [] });
  const t = performance.now();
  const pdf = await inviteSheet({ communityName: '小营街道金秋花园社区居委会', building: '1号楼', expiresAt: '2027-01-22T08:00:00.000Z', joinUrl: 'https://gongzhi.example.cn/#/directory/join/index?communityId=330102004051', invites });
  console.log(pdf.length, performance.now() - t);
  writeFileSync('/tmp/sheet.pdf', pdf);
});
