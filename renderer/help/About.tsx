// What this program is, which version, and what it does not do.
import { facts } from '../state/library.ts';
import { aboutText, shellText } from '../text/shell.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';

export function About({ onClose }: { readonly onClose: () => void }) {
  const { version, runtime } = facts.get();
  return (
    <DialogFrame title={aboutText.title} closeName={shellText.close} plain onClose={onClose}>
      <div className="prose">
        <p>
          <strong>{aboutText.version(version)}</strong>
        </p>
        <p>{aboutText.what}</p>
        <p>{aboutText.network}</p>
        <p className="dialog-note">{aboutText.font}</p>
        <p className="dialog-note">{aboutText.runtime(runtime)}</p>
      </div>
    </DialogFrame>
  );
}
