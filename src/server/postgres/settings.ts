import { createHash } from 'node:crypto'
import { totalmem } from 'node:os'

export type Settings = Readonly<Record<string, string>>

const MB = 1024 * 1024

/**
 * What the server is started with, on its command line, so that no file in the data folder can disagree.
 *
 * Nothing personal may get into the server's log: PostgreSQL would print the statement and the offending key of every
 * failed insert, so both are switched off (`log_min_error_statement`, `log_error_verbosity`).
 */
export function serverSettings(durable: boolean): Settings {
  return {
    listen_addresses: '127.0.0.1',
    // A socket file would add a second way in and a path that may be too long for one.
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '60',
    shared_buffers: `${durable ? sharedBuffersMb() : 128}MB`,
    max_wal_size: '2GB',
    // What many write at once waits here and not for the disk.
    wal_buffers: durable ? '64MB' : '-1',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    // Compiling a query costs more than it saves on tables of a district's size.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%Y%m%d-%H%M%S.log',
    log_rotation_size: '10MB',
    log_rotation_age: '1d',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
}

/** An eighth of the memory that the program may use, from 64 MB to 4 GB: what three million cases are searched in does not fit into one. */
function sharedBuffersMb(): number {
  // Zero or a huge number where no limit is set (a container's limit is what we are after).
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  return Math.max(64, Math.min(4096, Math.floor(memory / 8 / MB)))
}

/** Tells servers apart that were started with other settings or from other binaries. */
export function stampOf(settings: Settings, version: string): string {
  return createHash('sha256').update(JSON.stringify([version, settings])).digest('hex').slice(0, 12)
}
