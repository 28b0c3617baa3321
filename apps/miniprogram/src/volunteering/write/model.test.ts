import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import { Plan } from '@gongzhi/shared/volunteering/model';
import { byField, draftForRequest, draftOf, emptyDraft, missingWords, planOf, spotOf } from './model';

const draft = {
  ...emptyDraft('小营巷社区', '王阿姨', false),
  ...{ title: '义务理发', about: '给行动不便的老人理发。', place: '社区活动室', skills: '理发、 护理,理发' },
};
const valid = (plan: object) => Plan.safeParse(plan, { jitless: true }).success;

test('who organises is offered: the community for its worker, else whoever writes', () => {
  expect(draft.by).toEqual({ kind: 'residents', name: '王阿姨' });
  expect(emptyDraft('小营巷社区', '李静', true).by).toEqual({ kind: 'community', name: '小营巷社区' });
});

test('what was left empty is not sent, and skills are separated as people do', () => {
  const plan = planOf(draft);
  expect(plan.skills).toEqual(['理发', '护理']);
  expect(['bring', 'risk', 'insurance', 'spot'].filter((field) => field in plan)).toEqual([]);
  expect(valid(plan)).toBe(true);
});

test('an insurance half filled in is sent, so that what is missing is said', () => {
  const plan = planOf({ ...draft, insurer: '人保' });
  expect([plan.insurance, valid(plan)]).toEqual([{ insurer: '人保', policy: '', until: '' }, false]);
});

test('an activity is filled in as it is, and sent back the same', () => {
  const insurance = { insurer: '人保', policy: 'P1', until: '2026-12-31' };
  const spot = { lat: 31_270_000, lng: 121_530_000 };
  const plan = { ...planOf(draft), spot, bring: '剪刀', risk: '剪刀锋利', risky: true, minors: true, insurance };
  const whole = { ...plan, activityId: 'a', status: 'published', insured: true, shifts: [] } as unknown as Whole;
  expect(planOf(draftOf(whole))).toEqual(plan);
  const { insurance: _, ...uninsured } = whole;
  expect(planOf(draftOf(uninsured as Whole))).not.toHaveProperty('insurance');
});

test("a neighbour's request is written already", () => {
  const request = { title: '换灯泡', about: '够不着。', kind: 'repair' } as const;
  expect(draftForRequest(draft, request)).toEqual({ ...draft, ...request });
});

test.each([
  [{}, undefined],
  [{ place: ' ' }, /集合地点/],
  [{ by: { kind: 'residents', name: '' } }, /主办方/],
  [{ risky: true }, /写明风险/],
  [{ risky: true, risk: '登高' }, undefined],
])('what is missing is said: %j', (more, words) => {
  const said = missingWords({ ...draft, ...more } as typeof draft);
  if (words) expect(said).toMatch(words);
  else expect(said).toBeUndefined();
});

test('faults stand at their fields', () => {
  expect(byField([{ path: ['by', 'name'], message: '请填写主办方名称' }])).toEqual({ 'by.name': '请填写主办方名称' });
});

test('a place is kept in millionths of a degree, and none where the phone tells none', () => {
  const fix = { lat: 31.2700004, lng: 121.53, accuracy: 9 };
  expect(spotOf({ ...fix, datum: 'gcj02' })).toEqual({ lat: 31_270_000, lng: 121_530_000 });
  expect(spotOf(undefined)).toBeUndefined();
});
