// The frame of every dialog: title, close button, focus kept inside, Esc and a click beside it close it.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton.tsx';

interface Props {
  readonly title: string;
  readonly closeName: string;
  /** At the side and without a veil, so that the page stays in view. */
  readonly aside?: boolean;
  /** Nothing in it takes the focus, so the body does: it must be scrolled by keyboard. */
  readonly plain?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function DialogFrame({ title, closeName, aside = false, plain = false, onClose, children }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={aside ? 'veil veil-clear' : 'veil'}
    >
      <Modal className="dialog-frame">
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton icon={X} name={closeName} keys="Esc" onPress={onClose} />
          </div>
          <div className="dialog-body" tabIndex={plain ? 0 : undefined}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
