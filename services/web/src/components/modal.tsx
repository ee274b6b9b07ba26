import type { ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { lazyPart } from './lazy-part';

const load = () => import('./loaded-modal');
const Loaded = lazyPart('modal', load);

/**
 * A dialog; its code is fetched when somebody begins to do something on a page that has any, and not before: most pages are
 * only read, and the first load has other things to bring.
 */
export function Modal(props: ModalProps) {
  const [wanted, setWanted] = useState(props.opened);
  if (props.opened && !wanted) setWanted(true);
  useEffect(() => {
    const begun = new AbortController();
    const once = () => {
      begun.abort();
      // Without a connection it is asked for again by the press itself.
      load().catch(() => undefined);
    };
    for (const act of ['pointermove', 'pointerdown', 'keydown'])
      window.addEventListener(act, once, { signal: begun.signal, passive: true });
    return () => begun.abort();
  }, []);
  return wanted && <Loaded {...props} />;
}
