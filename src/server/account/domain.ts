import { type Instant } from '../../kernel/time.ts'

/**
 * The numbers of sign-in. GB/T 22239-2019 asks for limited tries, time-outs and periodic change and names no number; these
 * are the practice of level-3 rectification (standards.md §9).
 */
export type SignInRules = {
  /** Failures in a row after which an account is locked. */
  readonly tries: number
  readonly lockSeconds: number
  /** A session unused for so long has ended. */
  readonly idleMinutes: number
  /** A password older than this must be changed at the next sign-in; 0: never. */
  readonly passwordDays: number
}

export const defaultRules: SignInRules = { tries: 5, lockSeconds: 600, idleMinutes: 30, passwordDays: 90 }

/** No session lasts longer, however busy: 12 hours, in seconds. */
export const longestStay = 12 * 3600

/** Use of a session is noted at most this often, in seconds. */
const noteUseEvery = 60

/** Tries for one name since the last success. */
export type Attempt = { readonly failures: number; readonly lastAt: Instant; readonly lockedUntilAt: Instant | null }

export type Gate = { readonly open: true; readonly attempt: Attempt } | { readonly open: false; readonly lockedUntilAt: Instant }

const after = (instant: Instant, seconds: number): Instant => new Date(Date.parse(instant) + seconds * 1000).toISOString()

/**
 * May this name be tried now? Every try is counted before it is made and taken back where it succeeds, so that many at once
 * get no more tries than one after another. The last one allowed sets the lock already. A lock is not prolonged by knocking
 * at it, and a day without any try forgets the earlier ones.
 */
export function gateFor(before: Attempt | null, now: Instant, rules: SignInRules): Gate {
  if (before?.lockedUntilAt && now < before.lockedUntilAt) return { open: false, lockedUntilAt: before.lockedUntilAt }
  const fresh = before === null || before.lockedUntilAt !== null || now >= after(before.lastAt, 86_400)
  const failures = fresh ? 1 : before.failures + 1
  return { open: true, attempt: { failures, lastAt: now, lockedUntilAt: failures >= rules.tries ? after(now, rules.lockSeconds) : null } }
}

/**
 * The password was right and a code is still owed: this try is taken back, other failures stay counted. The lock goes only
 * if this very try had set it: else whoever knows the password could lift with it the lock that wrong codes had earned.
 */
export function takenBack(present: Attempt, mine: Attempt): Attempt {
  return { ...present, failures: present.failures - 1, lockedUntilAt: present.lockedUntilAt === mine.lockedUntilAt ? null : present.lockedUntilAt }
}

/** Has a session ended, by idleness or by length? Both limits are inclusive: at the very minute it has ended. */
export function hasEnded(session: { readonly startedAt: Instant; readonly lastUsedAt: Instant }, now: Instant, rules: SignInRules): boolean {
  return now >= after(session.lastUsedAt, rules.idleMinutes * 60) || now >= after(session.startedAt, longestStay)
}

export function isWorthNoting(session: { readonly lastUsedAt: Instant }, now: Instant): boolean {
  return now >= after(session.lastUsedAt, noteUseEvery)
}

/** Why a password must be changed before anything else can be done: chosen by somebody else, or too old. */
export function changeDue(holder: { readonly passwordSetAt: Instant | null; readonly passwordTemporary: boolean }, now: Instant, rules: SignInRules): 'temporary' | 'expired' | null {
  if (holder.passwordSetAt === null) return null // a demonstration account has no password
  if (holder.passwordTemporary) return 'temporary'
  return rules.passwordDays > 0 && now >= after(holder.passwordSetAt, rules.passwordDays * 86_400) ? 'expired' : null
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/QAXBrowser|Qaxbrowser|QiAnXin/i, '奇安信浏览器'], [/360SE|360EE|QIHU/i, '360浏览器'], [/MicroMessenger/, '微信'], [/DingTalk/, '钉钉'],
  [/Edg\/(\d+)/, 'Edge'], [/Firefox\/(\d+)/, 'Firefox'], [/Chrom(?:e|ium)\/(\d+)/, 'Chrome'], [/Version\/(\d+).*Safari/, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/UOS|Uniontech/i, '统信UOS'], [/Kylin/i, '麒麟'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
]

/** A device as its owner would name it: `Chrome 120 · Windows`. Empty where the browser says nothing we know. */
export function deviceOf(userAgent: string): string {
  const named = (table: typeof browsers) => {
    for (const [pattern, name] of table) {
      const match = pattern.exec(userAgent)
      if (match) return match[1] ? `${name} ${match[1]}` : name
    }
    return null
  }
  return [named(browsers), named(systems)].filter(part => part !== null).join(' · ')
}
