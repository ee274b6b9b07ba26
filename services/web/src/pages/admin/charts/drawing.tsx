import type { ReactNode } from 'react';

/**
 * A drawing, told by its label. What it holds takes its width a moment after the window has become narrower, and is cut off
 * meanwhile instead of widening the page.
 */
export function Drawing({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="img" aria-label={label} style={{ minWidth: 0, overflow: 'hidden' }}>
      {children}
    </div>
  );
}
