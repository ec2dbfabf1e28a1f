// V8 keeps more garbage than a small server can spare: the heap grows in small steps, the nursery stays small.
export const serverFlags = ['--max-semi-space-size=8', '--heap-growing-percent=20']
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' }
