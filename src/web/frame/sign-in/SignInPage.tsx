import { Navigate, useSearchParams } from 'react-router'
import { type Label } from '../../../kernel/label.ts'
import { nextAddress } from '../../next-address.ts'
import { useSessionState } from '../../session.tsx'
import { type SessionState } from '../../../server/account/contract.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PasswordForm } from '../account/PasswordForm.tsx'
import { CodeStep } from './CodeStep.tsx'
import { EntryPage } from './EntryPage.tsx'
import { NameStep } from './NameStep.tsx'
import { ProviderRefusal } from './ProviderRefusal.tsx'

const titles = {
  'signed-out': { zh: '登录', en: 'Sign in' },
  'second-step': { zh: '输入动态码', en: 'Enter the code' },
  'password-change': { zh: '请先修改密码', en: 'Change your password first' },
  'signed-in': { zh: '登录', en: 'Sign in' },
} as const satisfies Record<SessionState['state'], Label>

/** Signing in, step by step, as far as the server says it has come; then on to the page that was asked for. */
export function SignInPage() {
  const [search] = useSearchParams()
  const state = useSessionState()
  if (state.error) return <main><Failure error={state.error} size="page" retry={() => void state.refetch()} /></main>
  if (!state.data) return <EntryPage district={null} title={titles['signed-out']}><Loading /></EntryPage>
  const { state: step, district, districts, because } = state.data
  if (step === 'signed-in') return <Navigate replace to={nextAddress(search.get('next'))} />
  const name = step === 'signed-out' ? null : districts.find(one => one.code === district)?.name ?? null
  return (
    <EntryPage district={name} title={titles[step]}>
      {step === 'signed-out' && <ProviderRefusal />}
      {step === 'signed-out' && <NameStep state={state.data} />}
      {step === 'second-step' && <CodeStep />}
      {step === 'password-change' && <PasswordForm account={state.data.account ?? ''} because={because} />}
    </EntryPage>
  )
}
