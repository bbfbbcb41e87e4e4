import { useEffect } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Failure } from '../ui/Failure.tsx'
import { Absent } from './Absent.tsx'

/** A page that failed to show itself. After an update of the program the old page asks for files that are gone: then it is loaded anew, once. */
export function PageFault() {
  const error = useRouteError()
  const outdated = error instanceof TypeError && /dynamically imported module|Importing a module script/.test(error.message)
  useEffect(() => {
    if (!outdated || sessionStorage.getItem('opendistrict.reloaded') === location.pathname) return
    sessionStorage.setItem('opendistrict.reloaded', location.pathname)
    location.reload()
  }, [outdated])
  if (isRouteErrorResponse(error) && error.status === 404) return <Absent />
  return <Failure error={error} size="page" kept={{ zh: '已保存的内容不受影响。', en: 'What was saved is safe.' }} retry={() => location.reload()} />
}
