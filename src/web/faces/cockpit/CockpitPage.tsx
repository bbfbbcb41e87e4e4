import { useLanguage } from '../../language.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'

/** What needs the leader, then the year. */
export function CockpitPage() {
  const { t } = useLanguage()
  return (
    <Page title={t({ zh: '需要您关注和今年', en: 'Needs you, and the year' })} printable>
      <Empty title={{ zh: '还没有今年的目标', en: 'There are no targets for this year yet' }} next={{ zh: '计划员导入并采纳政府工作报告后，目标和亮灯会出现在这里。', en: 'Targets and lights appear here once a planner has imported and accepted the government report.' }} />
    </Page>
  )
}
