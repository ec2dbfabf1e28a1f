// V8 keeps more garbage than a small server can spare: the heap grows in small steps.
export const serverFlags = ['--max-semi-space-size=16', '--heap-growing-percent=25']
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' }
