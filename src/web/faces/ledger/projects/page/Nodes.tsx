import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { nodeShare } from '../../../../../engines/projects/domain/nodes.ts'
import { dayText, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'

type NodeShown = ProjectView['nodes'][number]

/** The nodes in their order: planned, expected, reached, what is late and which chain moves the end. */
export function Nodes({ view: { nodes } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  const share = nodeShare(nodes), last = nodes.filter(node => node.critical).at(-1)
  const end = last && last.reached === null ? (last.delay > 0 ? t({ zh: '“{name}”预计{on}，比计划晚{n}天。', en: '“{name}” is expected on {on}, {n} days later than planned.' }, { name: last.name, on: dayText(last.expected, language), n: last.delay }) : t({ zh: '“{name}”预计按期。', en: '“{name}” is expected in time.' }, { name: last.name })) : ''
  return (
    <Panel title={t({ zh: '节点', en: 'Nodes' })} aside={<span className={style['soft']}>{t({ zh: '{done}/{all}个，按权重{share}', en: '{done} of {all}, by weight {share}' }, { done: nodes.filter(node => node.reached !== null).length, all: nodes.length, share: share === null ? '—' : shareText(share, 1, 0) })}</span>}>
      {nodes.length === 0
        ? <Empty title={{ zh: '没有排定节点', en: 'No nodes are planned' }} next={{ zh: '由计划员排定；有开工、完工日期的新项目会按类型自动排定。', en: 'A planner plans them; a new project with a start and an end gets those of its kind.' }} />
        : (
            <>
              {end !== '' && <p>{end}</p>}
              <ol className={style['nodes']}>{nodes.map(node => <OneNode key={node.key} node={node} />)}</ol>
            </>
          )}
    </Panel>
  )
}

function OneNode({ node }: { readonly node: NodeShown }) {
  const { language, t } = useLanguage()
  const day = (on: string) => dayText(on, language)
  const [mark, said] = node.reached !== null ? ['✓', t({ zh: '已完成', en: 'reached' })] : node.late ? ['■', t({ zh: '逾期', en: 'late' })] : node.delay > 0 ? ['▲', t({ zh: '将晚于计划', en: 'will be late' })] : ['○', t({ zh: '未到期', en: 'to come' })]
  return (
    <li className={style['node']}>
      <span className={style['mark']} aria-hidden="true">{mark}</span>
      <div>
        <p><span lang="zh-CN">{node.name}</span> <span className={style['soft']}>{said}{node.critical && t({ zh: ' · 关键线路', en: ' · on the critical chain' })}</span></p>
        <p className={style['small']}>{t({ zh: '计划{planned}', en: 'Planned {planned}' }, { planned: day(node.planned) })}{node.reached === null && node.forecast !== null && t({ zh: '，单位预计{on}', en: ', foreseen for {on}' }, { on: day(node.forecast) })}</p>
        {node.evidence.length > 0 && <p className={style['small']}>{t({ zh: '佐证：', en: 'Evidence: ' })}<span lang="zh-CN">{node.evidence.map(({ what, reference }) => (reference === null ? what : `${what}（${reference}）`)).join('、')}</span></p>}
      </div>
      <p className={style['days']}>
        {node.reached === null ? day(node.expected) : day(node.reached)}
        <br />
        <span className={node.delay > 0 ? style['late'] : style['soft']}>{node.delay > 0 ? t({ zh: '晚{n}天', en: '{n} days late' }, { n: node.delay }) : node.delay < 0 ? t({ zh: '早{n}天', en: '{n} days early' }, { n: -node.delay }) : t({ zh: '按期', en: 'in time' })}</span>
      </p>
    </li>
  )
}
