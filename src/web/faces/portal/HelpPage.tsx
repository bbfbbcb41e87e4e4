import { type Label } from '../../../kernel/label.ts'
import { type Light as LightName, lightOrder } from '../../../kernel/light.ts'
import { useFrame } from './frame.tsx'
import { Light } from './Light.tsx'
import { Shell } from './Shell.tsx'

const meanings = {
  done: { zh: '已经做到。', en: 'It has been done.' },
  'on-pace': { zh: '按现在的进度，能做到。', en: 'At the present pace it will be kept.' },
  slipping: { zh: '慢了一些，要赶。', en: 'It is a little behind and must catch up.' },
  'off-pace': { zh: '慢了很多，不赶就做不到。', en: 'It is far behind and will not be kept unless something changes.' },
  'not-judged': { zh: '还没有数，或者没有数字目标，不能判断。', en: 'There is no figure yet, or no number was promised; it cannot be judged.' },
} as const satisfies Record<LightName, Label>

const answers: readonly { readonly ask: Label; readonly answer: Label }[] = [
  { ask: { zh: '这些承诺从哪里来？', en: 'Where do the promises come from?' }, answer: { zh: '来自提交区人民代表大会的报告和当年的工作安排。每一项都写明出自哪份文件。', en: 'From the reports put before the People’s Congress and the arrangements of the year. Each names the paper it is from.' } },
  { ask: { zh: '灯由谁定？', en: 'Who sets a light?' }, answer: { zh: '由数字算出。到今天应做到多少，已做到多少，差得多就是“滞后”或“严重滞后”。工作人员不能改公众看到的灯。', en: 'It is worked out from figures: how much should be done by now, how much is done. Staff cannot change the light that the public sees.' } },
  { ask: { zh: '为什么有的没有数？', en: 'Why do some have no figure?' }, answer: { zh: '有的还没有统计出来，有的要等上级统一公布。没有审核过的数不公布。', en: 'Some are not counted yet, some are released by the authorities above on a set day. Figures that were not approved are not shown.' } },
  { ask: { zh: '为什么同一个数先后不一样？', en: 'Why does a figure change?' }, answer: { zh: '先有快报数，再有初核数，最后是核定数。旧的数不删，都写在这一项的页面上。', en: 'A quick figure comes first, then a first check, then the final one. None is deleted; all stand on the page of the promise.' } },
  { ask: { zh: '多久更新一次？', en: 'How often does this change?' }, answer: { zh: '每次更新是新的一期，有期数和日期。以前各期都可以看。', en: 'Each update is a new publication with a number and a day. Earlier ones can still be read.' } },
  { ask: { zh: '发现差错怎么办？', en: 'What if something is wrong?' }, answer: { zh: '请拨打12345，说明是哪一年、哪一项。', en: 'Call 12345 and name the year and the promise.' } },
]

/** How to read the pages, in plain words. */
export function HelpPage() {
  const { t } = useFrame()
  return (
    <Shell at="help" title={{ zh: '怎么看这些页面', en: 'How to read these pages' }}>
      <h2>{t({ zh: '灯是什么意思', en: 'What the lights mean' })}</h2>
      <dl className="facts">{lightOrder.map(light => <div key={light}><dt><Light light={light} /></dt><dd>{t(meanings[light])}</dd></div>)}</dl>
      {answers.map(({ ask, answer }) => <section key={ask.en}><h2>{t(ask)}</h2><p>{t(answer)}</p></section>)}
    </Shell>
  )
}
