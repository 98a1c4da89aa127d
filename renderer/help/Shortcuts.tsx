// The shortcut sheet.
import { commandTexts, sheetText } from '../text/commands.ts';
import { shellText } from '../text/shell.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';

export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogFrame title={sheetText.title} closeName={shellText.close} plain onClose={onClose}>
      <p className="dialog-note">{sheetText.hint}</p>
      <div className="sheet">
        {sheetText.groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.commands.map((command) => (
                <Line key={command} keys={commandTexts[command].keys ?? ''} does={commandTexts[command].name} />
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{sheetText.other}</h3>
          <dl>
            {sheetText.otherKeys.map(([keys, does]) => (
              <Line key={keys} keys={keys} does={does} />
            ))}
          </dl>
        </section>
      </div>
    </DialogFrame>
  );
}

function Line({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <div>
      <dt>
        <Keys keys={keys} />
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

/** "Ctrl+Shift+P" as keys; "Ctrl++" ends in a plus. */
export function Keys({ keys }: { readonly keys: string }) {
  return keys.split(', ').map((choice, index) => (
    <span key={choice}>
      {index > 0 && ', '}
      {choice.split(/\+(?=.)/).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  ));
}
