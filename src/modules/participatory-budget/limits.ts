/** What a visitor may have counted on the page; the command takes more. */
export const mostMegabytes = 2
export const mostProjects = 1000
/** About three seconds of one core. */
export const mostLooks = 30_000_000
