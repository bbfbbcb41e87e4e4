import { z } from 'zod'

/** A uuid (version 7, so that ids sort by time of making). Made by the application, never by the database. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** The six-digit area code of GB/T 2260; first part of every primary key. */
export const District = z.int().min(110000).max(999999)
export type District = z.infer<typeof District>
