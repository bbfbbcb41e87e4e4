import { Button, Dropdown } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type MoveKind } from '../../../../../engines/cases/contract.ts'
import { offersFor } from '../../../../../engines/cases/domain/offers.ts'
import { actName } from '../../../../../engines/cases/domain/words.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { type Shortcut, useShortcuts } from '../../../../shortcuts.tsx'
import { now } from '../../../../today.ts'
import { Refused } from '../../../../ui/Refused.tsx'
import { moveForms } from './move-forms.ts'
import { MoveForm } from './MoveForm.tsx'
import style from './page.module.css'
import { type MoveGiven, type Opened, useAct } from './use-case.ts'

const isMove = (kind: string): kind is MoveKind => kind in moveForms
const isDecision = (kind: MoveKind): kind is 'extension-decided' | 'suspension-decided' => kind === 'extension-decided' || kind === 'suspension-decided'
/** So many stand as buttons; the others are under one. */
const SHOWN = 4

/** What this person may do now: the one act that brings the case on first, the rest behind it. `d` begins it, `n` a note. */
export function MoveBar({ opened, refetch, onDone }: { readonly opened: Opened; readonly refetch: () => void; readonly onDone: (gone: boolean, kind: MoveKind) => void }) {
  const { t } = useLanguage()
  const { view, type, present } = opened
  const { what, open, close } = useOpened('move')
  const act = useAct(view)
  const [doing, setDoing] = useState<MoveKind | null>(null)
  const [error, setError] = useState<unknown>(null)
  const { kinds, first } = offersFor(type, present, view.moves, now())
  const moves = kinds.filter(isMove)

  const begin = (kind: MoveKind) => {
    if (moveForms[kind].length > 0) open(kind)
    else void atOnce({ kind } as MoveGiven) // a move without fields is its kind alone
  }
  const atOnce = async (move: MoveGiven) => {
    if (doing) return
    setDoing(move.kind)
    setError(null)
    try {
      const { gone } = await act(move)
      onDone(gone, move.kind)
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(null)
    }
  }
  useShortcuts(useKeys(type, first !== null && isMove(first) ? first : null, moves.includes('noted'), begin))

  if (moves.length === 0 && what === '') return null
  const ordered = first ? [first, ...moves.filter(kind => kind !== first)].filter(isMove) : moves
  const rest = ordered.slice(SHOWN)
  return (
    <div className={`${style['moves']} unprinted`} role="group" aria-label={t({ zh: '可以办理的步骤', en: 'What you may do' })}>
      {/* What is asked for is granted by one press; not granting it says why. */}
      {moves.filter(isDecision).map(kind => <Button key={`${kind}-yes`} type="primary" loading={doing === kind} onClick={() => void atOnce({ kind, granted: true })}>{t(kind === 'extension-decided' ? { zh: '同意延期', en: 'Grant more time' } : { zh: '同意挂起', en: 'Grant the suspension' })}</Button>)}
      {ordered.slice(0, SHOWN).map(kind => <Button key={kind} type={kind === first && !isDecision(kind) ? 'primary' : 'default'} loading={doing === kind && !isDecision(kind)} onClick={() => begin(kind)}>{t(actName(type, kind))}{kind === first && <kbd aria-hidden="true">d</kbd>}</Button>)}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: rest.map(kind => ({ key: kind, label: t(actName(type, kind)) })), onClick: ({ key }) => { if (isMove(key)) begin(key) } }}>
          <Button aria-haspopup="menu">{t({ zh: '更多…', en: 'More…' })}</Button>
        </Dropdown>
      )}
      {error !== null && <Refused error={error} onReload={() => { setError(null); refetch() }} />}
      {isMove(what) && moveForms[what].length > 0 && <MoveForm key={what} kind={what} opened={opened} onClose={close} onDone={(gone, kind) => { close(); onDone(gone, kind) }} />}
    </div>
  )
}

function useKeys(type: Opened['type'], first: MoveKind | null, mayNote: boolean, begin: (kind: MoveKind) => void): readonly Shortcut[] {
  const latest = useRef(begin)
  useEffect(() => { latest.current = begin })
  return useMemo(() => [
    ...(first ? [{ key: 'd', does: actName(type, first), run: () => latest.current(first) }] : []),
    ...(mayNote ? [{ key: 'n', does: actName(type, 'noted'), run: () => latest.current('noted') }] : []),
  ], [type, first, mayNote])
}
