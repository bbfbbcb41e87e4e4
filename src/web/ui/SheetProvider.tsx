import { Drawer } from 'antd'
import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { useUrlState } from '../url-state.ts'
import { type SourcedFigure } from './chain.ts'
import { SourceSheet } from './SourceSheet.tsx'

/** What opens at the side when something is asked to answer for itself. */
export type Sheet = { readonly title: Label; readonly body: ReactNode }

type Sheets = {
  readonly show: (sheet: Sheet) => void
  /** Opens the chain behind a figure. A figure with an id stands in the address, so that its source can be sent to somebody. */
  readonly showSource: (figure: SourcedFigure, id: Id | null) => void
  /** Closes a sheet whose act is done. */
  readonly close: () => void
}

const SideSheet = createContext<Sheets | null>(null)
const sourceTitle: Label = { zh: '这个数从哪里来', en: 'Where this figure comes from' }

/** One side sheet for the whole page. Escape closes it, and the focus goes back to what was opened. */
export function SheetProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [figureInUrl, setFigureInUrl] = useUrlState('figure', '', 'push')
  const [shown, setShown] = useState<{ readonly sheet: Sheet; readonly on: string; readonly figure: Id | null } | null>(null)
  const stepped = useRef(false)

  const sheets = useMemo((): Sheets => ({
    show: sheet => setShown({ sheet, on: pathname, figure: null }),
    showSource: (figure, id) => {
      setShown({ sheet: { title: sourceTitle, body: <SourceSheet known={figure} id={id} /> }, on: pathname, figure: id })
      if (id === null) return
      stepped.current = true
      setFigureInUrl(id)
    },
    close: () => setShown(null),
  }), [pathname, setFigureInUrl])

  const close = () => {
    setShown(null)
    if (figureInUrl === '') return
    // Opened here: closing is the step back. Opened by its address: there is nothing of ours to go back to.
    if (stepped.current) void navigate(-1)
    else setFigureInUrl('')
    stepped.current = false
  }

  const sheet = sheetFor()
  return (
    <SideSheet value={sheets}>
      {children}
      <Drawer open={sheet !== null} onClose={close} title={sheet && t(sheet.title)} size="min(520px, 100vw)" destroyOnHidden>
        {sheet?.body}
      </Drawer>
    </SideSheet>
  )

  /** What was asked for here, unless one has gone on to another page; else the figure that the address names. */
  function sheetFor(): Sheet | null {
    if (shown?.on === pathname && (shown.figure === null || shown.figure === figureInUrl)) return shown.sheet
    return figureInUrl === '' ? null : { title: sourceTitle, body: <SourceSheet key={figureInUrl} known={null} id={figureInUrl} /> }
  }
}

export function useSheet(): Sheets {
  const sheets = use(SideSheet)
  if (!sheets) throw new Error('useSheet outside SheetProvider')
  return sheets
}
