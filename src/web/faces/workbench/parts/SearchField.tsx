import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'

/** Milliseconds after the last key before the address, and with it the list, follows. */
const pause = 300

/** A search field whose words live in the address (`?q=`). */
export function SearchField({ label, name = 'q', small = false }: { readonly label: Label; readonly name?: string; readonly small?: boolean }) {
  const { t } = useLanguage()
  const [inUrl, setInUrl] = useUrlState(name)
  const [typed, setTyped] = useState(inUrl)
  const [followed, setFollowed] = useState(inUrl)
  // The back key changes the address under the field.
  if (followed !== inUrl) { setFollowed(inUrl); setTyped(inUrl) }
  useEffect(() => {
    if (typed.trim() === inUrl) return undefined
    const timer = setTimeout(() => { setFollowed(typed.trim()); setInUrl(typed.trim()) }, pause)
    return () => clearTimeout(timer)
  }, [typed, inUrl, setInUrl])
  return <Input type="search" allowClear size={small ? 'small' : 'middle'} style={{ width: small ? '100%' : 240, maxWidth: '100%' }} aria-label={t(label)} placeholder={t(label)} maxLength={100} value={typed} onChange={event => setTyped(event.target.value)} />
}
