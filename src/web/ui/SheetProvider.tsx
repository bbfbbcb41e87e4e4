import { Drawer } from 'antd'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { useLanguage } from '../language.tsx'
import { type Label } from '../../kernel/label.ts'

/** What opens at the side when a figure or a light is asked to answer for itself. */
export type Sheet = { readonly title: Label; readonly body: ReactNode }

type Sheets = { readonly show: (sheet: Sheet) => void }

const SideSheet = createContext<Sheets | null>(null)

/** One side sheet for the whole page. Escape closes it, and the focus goes back to what was opened. */
export function SheetProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage()
  const { pathname } = useLocation()
  const [shown, setShown] = useState<{ readonly sheet: Sheet; readonly on: string } | null>(null)
  const sheets = useMemo((): Sheets => ({ show: sheet => setShown({ sheet, on: pathname }) }), [pathname])
  // Whoever goes on to another page leaves the sheet behind.
  const sheet = shown?.on === pathname ? shown.sheet : null
  return (
    <SideSheet value={sheets}>
      {children}
      <Drawer open={sheet !== null} onClose={() => setShown(null)} title={sheet && t(sheet.title)} size="min(520px, 100vw)" destroyOnHidden>
        {sheet?.body}
      </Drawer>
    </SideSheet>
  )
}

export function useSheet(): Sheets {
  const sheets = use(SideSheet)
  if (!sheets) throw new Error('useSheet outside SheetProvider')
  return sheets
}
