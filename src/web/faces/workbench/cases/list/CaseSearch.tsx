import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useLanguage } from '../../../../language.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { isPhone } from './case-filter.ts'

/** Milliseconds after the last key before the list follows. */
const pause = 300

/** Words, the number of a case, or a telephone. Words and numbers go into the address; a telephone is told to the page alone. */
export function CaseSearch({ id, phone, onPhone }: { readonly id: string; readonly phone: string; readonly onPhone: (phone: string) => void }) {
  const { t } = useLanguage()
  const [inUrl, setInUrl] = useUrlState('q')
  const standing = phone === '' ? inUrl : phone
  const [typed, setTyped] = useState(standing)
  const [followed, setFollowed] = useState(standing)
  // The back key and a chosen list change what is sought under the field.
  if (followed !== standing) { setFollowed(standing); setTyped(standing) }
  useEffect(() => {
    const sought = typed.trim()
    if (sought === standing) return undefined
    const timer = setTimeout(() => {
      setFollowed(sought)
      onPhone(isPhone(sought) ? sought : '')
      setInUrl(isPhone(sought) ? '' : sought)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, standing, setInUrl, onPhone])
  const prompt = t({ zh: '编号、文字或电话', en: 'Number, words or telephone' })
  return <Input id={id} type="search" allowClear style={{ width: 240, maxWidth: '100%' }} aria-label={prompt} placeholder={prompt} maxLength={100} value={typed} onChange={event => setTyped(event.target.value)} />
}
