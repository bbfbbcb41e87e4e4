import { Button } from 'antd'
import { useState } from 'react'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { useLanguage } from '../language.tsx'
import { Problem } from '../problem.ts'
import { Breadcrumbs } from '../ui/Breadcrumbs.tsx'
import { ChainLoader, type ChainLoading } from '../ui/chain.ts'
import { ChartWithTable } from '../ui/ChartWithTable.tsx'
import { Columns } from '../ui/Columns.tsx'
import { ConfirmWithReason } from '../ui/ConfirmWithReason.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Figure } from '../ui/Figure.tsx'
import { LightMark } from '../ui/LightMark.tsx'
import { Loading } from '../ui/Loading.tsx'
import { NoPermission } from '../ui/NoPermission.tsx'
import { PaceBar } from '../ui/PaceBar.tsx'
import { Page } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PeriodText } from '../ui/PeriodText.tsx'
import { SheetProvider } from '../ui/SheetProvider.tsx'
import { useYear, YearSwitch } from '../ui/YearSwitch.tsx'
import { CasePieces } from './CasePieces.tsx'
import { chain, formula, generated, hand, paper, published, quarters, streets, verdicts, years } from './invented.ts'
import { Lines } from './Lines.tsx'
import style from './StylePage.module.css'

const invented: ChainLoading = {
  chain: async () => chain,
  passage: async () => ({ before: '上半年，全区经济稳步恢复，', words: '固定资产投资增长8.4%', after: '，工业投资增速更快。' }),
  doubts: async () => [],
}

/** Every piece in all its states, over invented data: for those who build pages and for those who check them. */
export function StylePage() {
  const { t } = useLanguage()
  const year = useYear(2023)
  return (
    <ChainLoader value={invented}>
      <SheetProvider>
        <main className={style['page']}>
          <Page
            title={t({ zh: '样式', en: 'Style' })}
            asOf="2023-07-31"
            where={<Breadcrumbs sentence={{ zh: '{home}里{year}的样式示例，数据均为虚构', en: 'Samples of style for {year}, in the {home}; all data is invented' }} crumbs={{ home: { text: { zh: '驾驶舱', en: 'cockpit' }, to: '/' }, year: { text: { zh: `${year}年`, en: String(year) }, to: `/ui?year=${year}` } }} />}
            actions={<><YearSwitch years={[2021, 2022, 2023]} current={year} /><LanguageSwitch /></>}
            printable
          >
            <Columns main={<><Figures /><Charts /></>} aside={<><Lights /><Paces /></>} />
            <Panel title={t({ zh: '表格', en: 'Table' })}><Lines /></Panel>
            <CasePieces />
            <Columns main={<States />} aside={<Acts />} />
          </Page>
        </main>
      </SheetProvider>
    </ChainLoader>
  )
}

function Figures() {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '数值与来源', en: 'Figures and sources' })}>
      <ul className={style['figures']}>
        <li><Figure size="large" name="固定资产投资增速" quantity={{ value: 8.4, unit: '%' }} period="2023H1" source={paper} id="01890000-0000-7000-8000-0000000000a2" /></li>
        <li><Figure size="large" name="地区生产总值" quantity={{ value: 3650.18, unit: '亿元', hedge: '超' }} period="2022" source={published} /></li>
        <li><Figure name="与目标相差" quantity={{ value: -1.6, unit: '个百分点' }} signed source={formula} /></li>
        <li><Figure name="新增停车位" quantity={{ value: 1200, unit: '个', hedge: '以上' }} period="2021-2025" source={hand} /></li>
        <li><Figure name="走访企业" quantity={{ value: 240, unit: '家', hedge: '余' }} period="2023M1-5" source={generated} /></li>
        <li><Figure name="没有来源的数不显示" quantity={{ value: 1, unit: '个' }} source={null} /></li>
      </ul>
      <p>{t({ zh: '期间：', en: 'Periods: ' })}<PeriodText period="2023Q3" /> · <PeriodText period="2023-05" /> · <PeriodText period="2023-05-11" /></p>
    </Panel>
  )
}

function Charts() {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '图与表', en: 'Charts and their tables' })}>
      <div className={style['stack']}>
        <ChartWithTable finding={t({ zh: '实际值连续两年低于目标，差距由2021年的领先转为2022年的落后', en: 'The actual fell below the target in 2022 after leading in 2021' })} data={years} />
        <ChartWithTable finding={t({ zh: '前三季度开工数均高于上年同期', en: 'More started in each of the first three quarters than a year before' })} data={quarters} />
        <ChartWithTable finding={t({ zh: '东示例街交付最多，北示例街不足其三分之一', en: 'East street delivered most; north street less than a third of that' })} data={streets} height={190} />
      </div>
    </Panel>
  )
}

function Lights() {
  const { t } = useLanguage()
  const [, second] = verdicts
  return (
    <Panel title={t({ zh: '亮灯', en: 'Lights' })}>
      <ul className={style['stack']}>
        {verdicts.map(({ of, verdict }) => <li key={of} className={style['light']}><span>{of}</span><LightMark of={of} verdict={verdict} turns={{ zh: '下半年增速达到11.6%，全年即可达标。', en: 'Growing 11.6% in the second half would meet the year.' }} /></li>)}
        {second && <li className={style['light']}><span>{second.of}</span><LightMark of={second.of} verdict={second.verdict} override={{ light: 'on-pace', by: '赵示例', reason: '三季度三个大项目集中入库，已核实合同。', until: '2023-10-31' }} /></li>}
      </ul>
    </Panel>
  )
}

function Paces() {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '进度', en: 'Pace' })}>
      <div className={style['stack']}>
        <div><h3>开工重点项目</h3><PaceBar of="开工重点项目" unit="个" actual={209} expected={140} target={280} /></div>
        <div><h3>固定资产投资增速</h3><PaceBar of="固定资产投资增速" unit="%" actual={8.4} target={10} /></div>
        <div><h3>一般公共预算收入增速</h3><PaceBar of="一般公共预算收入增速" unit="%" actual={-1.2} expected={3} target={4} /></div>
        <div><h3>引进项目</h3><PaceBar of="引进项目" unit="个" actual={318} expected={327} target={560} stretch={635} /></div>
        <div><h3>居民收入增速</h3><PaceBar of="居民收入增速" unit="%" actual={null} target={5} /></div>
      </div>
    </Panel>
  )
}

const kept = { zh: '您填写的内容仍保留在本页。', en: 'What you entered is still on this page.' }
const failures = [
  new Problem({ kind: 'fault', status: 500, number: '4f0a91c2be17', said: { zh: '系统出错，您的操作没有完成，已有数据不受影响。请重试；如仍出错，请把编号告知管理员。', en: 'Something went wrong on our side. Nothing was changed. Try again; if it fails again, give the administrator the number.' } }),
  new Problem({ kind: 'changed-meanwhile', status: 409, number: '0b77e1d3a5c4', said: { zh: '他人已先行修改，您的改动尚未保存。请刷新后核对再提交。', en: 'Somebody saved before you; your change was not saved. Reload, compare, and save again.' } }),
  new Problem({ kind: 'bad-input', status: 400, number: '91d2aa07c3f8', said: { zh: '提交的内容有误，请按提示修改后再试。', en: 'Something in what was sent is not right. Mend what is marked and try again.' }, faults: [{ at: 'value', said: { zh: '应为数字，例如8.4', en: 'a number such as 8.4' } }] }),
]

function States() {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '空、读取、出错、无权限', en: 'Empty, loading, error, no permission' })}>
      <div className={style['stack']}>
        <Empty title={{ zh: '收件箱是空的', en: 'The inbox is empty' }} next={{ zh: '有待办事项时会出现在这里；也可以去导入一份文件。', en: 'What waits for you appears here. You can also import a paper.' }} action={<Button type="primary">{t({ zh: '导入文件', en: 'Import a paper' })}</Button>} />
        <Loading />
        {failures.map(problem => <Failure key={problem.kind} error={problem} kept={kept} retry={() => undefined} />)}
        <NoPermission />
      </div>
    </Panel>
  )
}

function Acts() {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <Panel title={t({ zh: '操作', en: 'Acts' })}>
      <div className={style['acts']}>
        <Button type="primary" onClick={() => setOpen(true)}>{t({ zh: '撤回导入', en: 'Retract the import' })}</Button>
        <Button>{t({ zh: '次要操作', en: 'Secondary' })}</Button>
        <Button disabled>{t({ zh: '不可用', en: 'Disabled' })}</Button>
      </div>
      <ConfirmWithReason
        open={open}
        title={{ zh: '撤回这次导入？', en: 'Retract this import?' }}
        act={{ zh: '撤回', en: 'Retract' }}
        consequence={<p>{t({ zh: '将删除它带来的42个数值、9个目标和17项承诺事项；手工更正仍保留。', en: 'This removes the 42 figures, 9 targets and 17 commitments it brought; corrections by hand are kept.' })}</p>}
        onConfirm={async () => { throw failures[1] ?? new Error('no failure to show') }}
        onClose={() => setOpen(false)}
      />
    </Panel>
  )
}
