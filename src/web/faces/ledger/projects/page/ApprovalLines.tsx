import { type ApprovalShown } from '../../../../../engines/projects/domain/approvals.ts'
import { daysBetween, type Day } from '../../../../../kernel/time.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import style from './lines.module.css'

/** Stretches of a line: with the office, or with the owner, each from a day to a day. */
function stretchesOf({ steps }: ApprovalShown, today: Day): readonly { readonly with: 'office' | 'owner'; readonly from: Day; readonly to: Day }[] {
  return steps.flatMap((step, i) => (step.kind === 'applied' || step.kind === 'returned' ? [{ with: step.kind === 'applied' ? 'office' as const : 'owner' as const, from: step.on, to: steps[i + 1]?.on ?? today }] : []))
}

/** The lines beside one another on one scale of days; the table below says the same. Nothing is drawn before the first application. */
export function ApprovalLines({ lines, today }: { readonly lines: readonly ApprovalShown[]; readonly today: Day }) {
  const { language, t } = useLanguage()
  const begun = lines.filter(line => line.steps.some(step => step.kind === 'applied'))
  const days = begun.flatMap(line => [...line.steps.map(step => step.on), ...(line.due === null ? [] : [line.due])]).toSorted()
  const first = days[0], running = begun.some(line => line.state === 'running' || line.state === 'with-owner')
  if (first === undefined) return null
  const last = [...days, ...(running ? [today] : [])].reduce((a, b) => (a > b ? a : b)), span = Math.max(1, daysBetween(first, last))
  // In hundredths of the width; the edges leave room for the strokes.
  const x = (day: Day) => 1 + (daysBetween(first, day) / span) * 98
  return (
    <figure className={style['lines']}>
      <figcaption>{t({ zh: '{from}至{to}各事项办理过程：实条为部门办理，空条为业主补正，竖线为时限。数字见下表。', en: 'From {from} to {to}: filled while with the office, hollow while with the owner, a stroke at the limit. The table below has the numbers.' }, { from: dayText(first, language), to: dayText(last, language) })}</figcaption>
      <ul aria-hidden="true">
        {begun.map(line => (
          <li key={line.line.key}>
            <span>{t(line.line.name)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">
              {stretchesOf(line, today).map(stretch => <rect key={`${stretch.with}${stretch.from}`} x={x(stretch.from)} y={2.5} width={Math.max(0.8, x(stretch.to) - x(stretch.from))} height={5} vectorEffect="non-scaling-stroke" className={style[stretch.with]} />)}
              {line.due !== null && <line x1={x(line.due)} x2={x(line.due)} y1={0} y2={10} vectorEffect="non-scaling-stroke" className={style['due']} />}
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  )
}
