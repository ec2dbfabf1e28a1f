/** Never told by colour alone: each tone has its own shape and stands beside a word. */
export type Tone = 'success' | 'info' | 'warning' | 'danger' | 'neutral'
