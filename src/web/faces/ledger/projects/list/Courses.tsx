import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { useLanguage } from '../../../../language.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { LightShape } from '../../../../ui/LightShape.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { CourseChart } from '../CourseChart.tsx'
import { useCourses } from '../use-project.ts'
import style from './list.module.css'

/** So many are drawn at once. */
const STEP = 24

/** The projects beside one another, each with the same small picture: money planned against done over the year, in the order of the table. */
export function Courses({ rows, total, year, loading, more }: { readonly rows: readonly ProjectRow[]; readonly total: number; readonly year: number; readonly loading: boolean; readonly more: () => void }) {
  const { t } = useLanguage()
  const [drawn, setDrawn] = useState(STEP)
  const shown = rows.slice(0, drawn), asked = useCourses(year, shown.map(row => row.id))
  const courses = new Map((asked.data?.items ?? []).map(course => [course.id, course]))
  const further = () => { setDrawn(drawn + STEP); if (drawn + STEP > rows.length && rows.length < total) more() }
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  return (
    <>
      {asked.isPending && <Loading lines={8} />}
      <ul className={style['owners']}>
        {shown.map(row => {
          const course = courses.get(row.id)
          return (
            <li key={row.id} className={style['owner']}>
              <h2><LightShape light={row.light} /> <Link to={`/projects/${row.id}?year=${year}`} lang="zh-CN">{row.name}</Link></h2>
              <span className={style['soft']} lang="zh-CN">{row.owner.name}</span>
              {course && course.planned !== null && course.planned > 0
                ? <CourseChart course={course} height={180} />
                : course && <p className={style['soft']}>{t({ zh: '本年度没有投资计划。', en: 'Nothing is planned for the year.' })}</p>}
            </li>
          )
        })}
      </ul>
      {shown.length < total && <p className="unprinted">{t({ zh: '已显示{shown}个，共{total}个', en: '{shown} of {total} shown' }, { shown: shown.length, total })} <Button onClick={further} loading={loading || asked.isFetching}>{t({ zh: '再显示一些', en: 'Show more' })}</Button></p>}
    </>
  )
}
