import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../../engines/cases/contract.ts'
import { branchOf } from '../../../../../engines/cases/domain/clocks.ts'
import { templateContract, type TemplateView } from '../../../../../engines/cases/templates/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { ownerWords, useTemplates } from '../../../../parts/cases/TemplatePicker.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Confirm } from '../../parts/Confirm.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import style from './templates.module.css'

/** `/cases/templates`: words that are said again and again: one's own, the unit's, the district's. */
export function TemplatesPage() {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const asked = useTemplates()
  const types = useQuery({ queryKey: ['case-types'], queryFn: ({ signal }) => call(contract.types, { signal }), staleTime: 300_000 })
  const { what, open, close } = useOpened('form')
  const [leaving, setLeaving] = useState<TemplateView | null>(null)
  if (asked.isError || types.isError) return <Failure error={asked.error ?? types.error} retry={() => { void asked.refetch(); void types.refetch() }} size="page" />
  if (!asked.data || !types.data) return <Loading lines={8} />
  const { items, may } = asked.data
  const changed = () => queries.invalidateQueries({ queryKey: ['case-templates'] })
  const forWhat = (one: TemplateView) => {
    const type = types.data.items.find(of => of.key === one.type)
    if (one.type === null) return t({ zh: '各类工单', en: 'all cases' })
    return [type ? t(type.name) : one.type, ...(one.category && type ? branchOf(type.categories, one.category).map(c => t(c.name)) : [])].join(' › ')
  }
  const edited = items.find(one => one.id === what)
  return (
    <Page
      title={t({ zh: '答复模板', en: 'Templates of answers' })}
      where={<Breadcrumbs sentence={{ zh: '{cases}常用的话', en: 'Words often needed for {cases}' }} crumbs={{ cases: { text: { zh: '工单', en: 'cases' }, to: '/cases' } }} />}
      actions={<Button type="primary" onClick={() => open('new')}>{t({ zh: '新增模板', en: 'Add a template' })}</Button>}
    >
      {items.length === 0 && <Empty title={{ zh: '还没有模板', en: 'No templates yet' }} next={{ zh: '把常用的答复存成模板，办理时可直接套用。', en: 'Keep what you often answer as a template, and use it when you answer.' }} />}
      {(['person', 'unit', 'district'] as const).filter(kind => items.some(one => one.owner.kind === kind)).map(kind => (
        <Panel key={kind} title={t(ownerWords[kind])}>
          <ul className={style['list']}>
            {items.filter(one => one.owner.kind === kind).map(one => (
              <li key={one.id}>
                <p><b lang="zh-CN">{one.title}</b> <span className={style['small']}>{forWhat(one)}{one.unitName && <> · <span lang="zh-CN">{one.unitName}</span></>}</span></p>
                <p className={style['words']} lang="zh-CN">{one.words}</p>
                {one.mayEdit && (
                  <p className="unprinted">
                    <Button size="small" aria-label={t({ zh: '修改“{title}”', en: 'Change “{title}”' }, { title: one.title })} onClick={() => open(one.id)}>{t({ zh: '修改', en: 'Change' })}</Button>{' '}
                    <Button size="small" aria-label={t({ zh: '删除“{title}”', en: 'Delete “{title}”' }, { title: one.title })} onClick={() => setLeaving(one)}>{t({ zh: '删除', en: 'Delete' })}</Button>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {(what === 'new' || edited) && <TemplateForm key={what} template={edited ?? null} may={may} types={types.data.items} onClose={close} onDone={async () => { close(); await changed() }} onReload={() => void changed()} />}
      <Confirm open={leaving !== null} title={{ zh: '删除模板', en: 'Delete the template' }} act={{ zh: '删除', en: 'Delete' }} onClose={() => setLeaving(null)} onConfirm={async () => {
        await call(templateContract.dropTemplate, { params: { id: leaving?.id ?? '' } })
        await changed()
      }}>
        <p><b lang="zh-CN">{leaving?.title}</b> {t({ zh: '将被删除，不能恢复；已用它写的答复不受影响。', en: 'is deleted for good; answers written with it stay as they are.' })}</p>
      </Confirm>
    </Page>
  )
}
