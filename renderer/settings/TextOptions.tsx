// Aa: how the text looks. Every choice shows at once and is remembered; what the force's IT has fixed says so.
import { RotateCcw } from 'lucide-react';
import { defaultSettings } from '../../electron/settings/schema.ts';
import { notify } from '../state/notices.ts';
import { changeSettings, isManaged, resetSettings, settings, sizes } from '../state/settings.ts';
import { useStore } from '../state/use-store.tsx';
import { fontOptions, settingsText, spacingOptions, startOptions, themeOptions, widthOptions } from '../text/settings.ts';
import { shellText } from '../text/shell.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Choice } from './Choice.tsx';

const sizeOptions = Array.from({ length: sizes.largest }, (_, index) => ({
  value: String(index + 1),
  label: settingsText.sizeOf(index + 1),
  shown: 'A',
}));

// What this panel can change; the panes at the sides are the window's, not the text's.
const names = ['theme', 'textSize', 'spacing', 'width', 'font', 'startAt', 'searchCorrection'] as const;

export function TextOptions({ onClose }: { readonly onClose: () => void }) {
  const state = useStore(settings);
  const { values } = state;
  const managed = (name: (typeof names)[number]) => isManaged(state, name);
  const usual = names.every((name) => values[name] === defaultSettings[name] || managed(name));
  const reset = async (): Promise<void> => {
    await resetSettings();
    notify(settingsText.resetDone);
  };
  return (
    <DialogFrame title={settingsText.title} closeName={shellText.close} aside onClose={onClose}>
      <Choice
        label={settingsText.theme}
        value={values.theme}
        options={themeOptions.map((option) => ({ ...option, className: `choice-${option.value}` }))}
        managed={managed('theme')}
        columns={2}
        onChange={(theme) => void changeSettings({ theme })}
      />
      <Choice
        label={settingsText.textSize}
        value={String(values.textSize)}
        options={sizeOptions.map((option) => ({ ...option, className: `choice-size choice-size-${option.value}` }))}
        managed={managed('textSize')}
        onChange={(size) => void changeSettings({ textSize: Number(size) })}
      />
      <Choice
        label={settingsText.spacing}
        value={values.spacing}
        options={spacingOptions}
        managed={managed('spacing')}
        onChange={(spacing) => void changeSettings({ spacing })}
      />
      <Choice
        label={settingsText.width}
        value={values.width}
        options={widthOptions}
        managed={managed('width')}
        onChange={(width) => void changeSettings({ width })}
      />
      <Choice
        label={settingsText.font}
        value={values.font}
        options={fontOptions.map((option) => ({ ...option, className: option.value === 'system' ? 'choice-system-font' : '' }))}
        managed={managed('font')}
        onChange={(font) => void changeSettings({ font })}
      />
      <Choice
        label={settingsText.startAt}
        value={values.startAt}
        options={startOptions}
        managed={managed('startAt')}
        stack
        onChange={(startAt) => void changeSettings({ startAt })}
      />
      <div className="option">
        <label className="check">
          <input
            type="checkbox"
            checked={values.searchCorrection}
            disabled={managed('searchCorrection')}
            onChange={(event) => void changeSettings({ searchCorrection: event.target.checked })}
          />
          {settingsText.searchCorrection}
        </label>
        {managed('searchCorrection') && <p className="option-managed">{settingsText.managed}</p>}
      </div>
      <div className="option option-foot">
        <p className="dialog-note">{settingsText.hint}</p>
        <button type="button" className="button button-edge" disabled={usual} onClick={() => void reset()}>
          <Icon of={RotateCcw} size={16} />
          {settingsText.reset}
        </button>
      </div>
    </DialogFrame>
  );
}
