import type { ComponentChildren } from 'preact'

export type EmptyStateProps = { title: string; children?: ComponentChildren; action?: ComponentChildren }

/** Says why nothing is here and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children === undefined ? null : <div class="quiet">{children}</div>}
      {action === undefined ? null : <div>{action}</div>}
    </div>
  )
}
