import { z } from 'zod'

// The content policy forbids making code from text, which zod's compiler would try as soon as the first schema is made.
// Hence a file of its own, imported before every other that has schemas.
z.config({ jitless: true })
