import { memo, type KeyboardEvent } from 'react'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { FindingChip } from './FindingChip.tsx'
import { FindingDetail } from './FindingDetail.tsx'
import { findingName, findingSays } from './finding-text.ts'
import { factKinds, promiseKind, termKind } from './review-words.ts'
import style from './findings.module.css'

type FindingRowProps = {
  readonly finding: Finding
  readonly selected: boolean
  /** Is this the row that Tab comes to? */
  readonly reached: boolean
  readonly onSelect: (key: string, how: { readonly focus?: boolean }) => void
  /** Goes so many findings down (+) or up (-). */
  readonly onWalk: (steps: number) => void
}

/** One finding of the list; the selected one is open. */
export const FindingRow = memo(function FindingRow({ finding, selected, reached, onSelect, onWalk }: FindingRowProps) {
  const { language, t } = useLanguage()
  const kind = finding.kind === 'fact' ? factKinds[finding.value.kind] : finding.kind === 'promise' ? promiseKind : termKind
  const says = findingSays(finding, language)
  const walk = (event: KeyboardEvent) => {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (steps === undefined) return
    event.preventDefault()
    onWalk(steps)
  }
  return (
    <li className={`${style['row']} ${selected ? style['selected'] : ''}`} data-finding={finding.key}>
      <button type="button" className={style['head']} aria-expanded={selected} tabIndex={reached ? 0 : -1} onClick={() => onSelect(finding.key, {})} onKeyDown={walk}>
        <span className={style['line']}>
          <FindingChip finding={finding} />
          <span className={style['name']} lang="zh-CN">{findingName(finding) || t({ zh: '（没有读出名称）', en: '(no name was read)' })}</span>
          {finding.kind === 'fact' && <b className={style['says']}>{says}</b>}
        </span>
        <span className={style['under']}>
          <span>{t(kind)}</span>
          {finding.kind !== 'term' && <span>{periodText(finding.value.period, language)}</span>}
          {finding.kind === 'term' && <span className={style['meaning']}>{says}</span>}
          {finding.doubts.length > 0 && <span>{t({ zh: '疑点{n}', en: 'doubts: {n}' }, { n: finding.doubts.length })}</span>}
        </span>
      </button>
      {selected && <FindingDetail key={finding.id} finding={finding} />}
    </li>
  )
})
