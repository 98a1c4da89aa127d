// The frame of every dialog: title, close button, focus kept inside, Esc and a click beside it close it.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
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
  useEarlyEscape(onClose);
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

// Of several the one that was opened last.
const opened: object[] = [];

/** Esc in the moment before the focus has come into the dialog: keys go to nothing then, and it would stay open. */
function useEarlyEscape(onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const frame = {};
    opened.push(frame);
    const close = (event: KeyboardEvent): void => {
      const focused = document.activeElement;
      const isOutside = !focused || focused === document.body || focused.closest('[inert]') !== null;
      if (event.key !== 'Escape' || !isOutside || opened.at(-1) !== frame) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    addEventListener('keydown', close, true);
    return () => {
      removeEventListener('keydown', close, true);
      opened.splice(opened.indexOf(frame), 1);
    };
  }, []);
}
