import { testCluster } from './cluster.ts'

/** Holds the test server for as long as the tests run, and stops it afterwards unless other tests still use it. */
export async function setup(): Promise<() => Promise<void>> {
  const cluster = await testCluster()
  return () => cluster.stop()
}
