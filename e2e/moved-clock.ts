/** Loaded before the program (`node --import`): everything in it takes the instant of MOVED_TO for now, and time goes on from there. The database is never asked what time it is. */
const moved = Date.parse(process.env['MOVED_TO'] ?? '') - Date.now()
if (Number.isNaN(moved)) throw new Error('MOVED_TO is to be an instant, such as 2026-09-15T02:00:00Z')

globalThis.Date = new Proxy(Date, {
  construct: (real, args, self) => Reflect.construct(real, args.length === 0 ? [real.now() + moved] : args, self),
  apply: real => new real(real.now() + moved).toString(),
  get: (real, key) => (key === 'now' ? () => real.now() + moved : Reflect.get(real, key)),
})
