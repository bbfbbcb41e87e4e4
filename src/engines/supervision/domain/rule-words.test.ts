import { expect, it } from 'vitest'
import { supervision } from '../../../packs/supervision/pack.ts'
import { NoticeRule } from '../notices/schema.ts'
import { ruleWords } from './rule-words.ts'

const rule = NoticeRule.parse(supervision.notices)

it('the rule is told in sentences that are made from it', () => {
  expect(ruleWords(rule).map(words => words.zh).join('')).toBe('重点项目亮红灯、当年目标亮红灯、当年承诺事项逾期，当天起自动提起蓝色提醒；落后20个百分点及以上的，从橙色警示起。提起以后须经领导批准才交办；谁提起的，不能由谁批准。同一事项30天内不重复提起；每天最多10张，等得最久的在先，其余的次日再提。到期没有反馈、也没有申请延期的，自动提起高一级的督办单，不占每天的张数。')
  const other = ruleWords({ ...rule, covers: ['target'], afterDays: 7, stepUp: false, most: 3 }).map(words => words.zh).join('')
  expect(other).toMatch(/^当年目标亮红灯，满7天起/)
  expect(other).toContain('每天最多3张')
  expect(other).toContain('不自动升级')
})
