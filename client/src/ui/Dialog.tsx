import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Something that must be answered before anything else goes on; Escape is an answer, too. */
export function Dialog({ title, onClose, children }: DialogProps) {
  return (
    <ModalOverlay className="dialog__veil" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="dialog">
        <AriaDialog className="dialog__body">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
