import { type Id } from '../../../../../kernel/id.ts'
import { type Report } from './report.ts'

const base = 'opendistrict-patrol'
const table = 'reports'

/** Reports that cannot be kept because the browser forbids it live as long as the page. */
const loose = new Map<string, Report>()

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(base, 1)
    asked.addEventListener('upgradeneeded', () => { asked.result.createObjectStore(table, { keyPath: 'key' }) })
    asked.addEventListener('success', () => { resolve(asked.result) })
    asked.addEventListener('error', () => { reject(asked.error ?? new Error('The store of this browser does not open')) })
  })
}

async function asked<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(db.transaction(table, mode).objectStore(table))
      request.addEventListener('success', () => { resolve(request.result) })
      request.addEventListener('error', () => { reject(request.error ?? new Error('The store of this browser refused')) })
    })
  } finally {
    db.close()
  }
}

/** Reports of this person in this browser, the latest first; others' on a shared phone are left alone. `kept`: do they outlive the page? */
export async function findReports(person: Id): Promise<{ readonly reports: readonly Report[]; readonly kept: boolean }> {
  const mine = (all: readonly Report[]) => all.filter(one => one.person === person).sort((a, b) => (a.at < b.at ? 1 : -1))
  try {
    const all: Report[] = await asked('readonly', store => store.getAll() as IDBRequest<Report[]>) // written by `keepReport` alone
    return { reports: mine([...all, ...loose.values()]), kept: loose.size === 0 }
  } catch {
    return { reports: mine([...loose.values()]), kept: false } // storage forbidden: the page says so
  }
}

export async function keepReport(report: Report): Promise<void> {
  try {
    await asked('readwrite', store => store.put(report))
    loose.delete(report.key)
  } catch {
    loose.set(report.key, report) // storage full or forbidden: it lives as long as the page, which says so
  }
}

export async function dropReport(key: string): Promise<void> {
  loose.delete(key)
  await asked('readwrite', store => store.delete(key)).catch(() => undefined) // nothing is kept where nothing can be
}
