import { type Label } from '../../../kernel/label.ts'
import { type NoticeRule } from '../notices/schema.ts'
import { gradeWords } from './notice-steps.ts'

const things = {
  project: { zh: '重点项目亮红灯', en: 'a key project turns red' }, target: { zh: '当年目标亮红灯', en: 'a target of the year turns red' }, commitment: { zh: '当年承诺事项逾期', en: 'a commitment of the year falls late' },
} as const satisfies Record<NoticeRule['covers'][number], Label>

/** The rule by which notices are raised, in sentences. */
export function ruleWords({ covers, afterDays, grade, grave, againAfterDays, stepUp, most }: NoticeRule): readonly Label[] {
  const first = gradeWords[grade], higher = gradeWords[grave.grade]
  return [
    { zh: `${covers.map(kind => things[kind].zh).join('、')}，${afterDays === 0 ? '当天' : `满${afterDays}天`}起自动提起${first.zh}；落后${grave.lag}个百分点及以上的，从${higher.zh}起。`, en: `A notice is raised by itself where ${covers.map(kind => things[kind].en).join(', ')}: ${afterDays === 0 ? 'on the same day' : `${afterDays} days after`}. It is ${first.en.toLowerCase()}; from ${grave.lag} points behind, ${higher.en.toLowerCase()}.` },
    { zh: '提起以后须经领导批准才交办；谁提起的，不能由谁批准。', en: 'It is issued only after approval, and never approved by who raised it.' },
    { zh: `同一事项${againAfterDays}天内不重复提起；每天最多${most}张，等得最久的在先，其余的次日再提。`, en: `No other about the same thing for ${againAfterDays} days; at most ${most} a day, those that wait longest first, the rest the next day.` },
    stepUp ? { zh: '到期没有反馈、也没有申请延期的，自动提起高一级的督办单，不占每天的张数。', en: 'Where nobody answers in time or asks for more, the next grade follows by itself; it does not count for the day.' } : { zh: '到期没有反馈的，不自动升级，由督查人员提起。', en: 'Where nobody answers in time no other follows by itself; supervision raises it.' },
  ]
}
