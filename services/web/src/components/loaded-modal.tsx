import { Modal, type ModalProps } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { focusAgain } from './focus-again';

/**
 * The library notes where the focus was at the moment in which a dialog opens, to give it back afterwards: so none is open from
 * the beginning, as it would be where its code came after the press. One that is taken away while it is open gives it back itself.
 */
export default function LoadedModal({ opened, ...props }: ModalProps) {
  const [from] = useState(() => (opened ? document.activeElement : null));
  useEffect(() => () => focusAgain(from), [from]);
  return <Modal opened={useMounted() && opened} {...props} />;
}
