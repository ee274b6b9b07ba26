import type { ModalProps } from '@mantine/core';
import { lazy, Suspense } from 'react';

const Loaded = lazy(() => import('./loaded-modal'));

/** A dialog; its code is fetched when the first one opens, since most pages are read without any. */
export function Modal(props: ModalProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
