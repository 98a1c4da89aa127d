// One setting with a few values, side by side.
import { Lock } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { settingsText } from '../text/settings.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly shown?: string; readonly className?: string }[];
  readonly managed: boolean;
  readonly stack?: boolean;
  readonly columns?: number;
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ label, value, options, managed, stack = false, columns, onChange }: Props<Value>) {
  return (
    <RadioGroup className="option" value={value} isDisabled={managed} onChange={(next) => onChange(next as Value)}>
      <Label className="option-label">
        {label}
        {managed && (
          <span className="option-managed">
            <Icon of={Lock} size={14} />
            {settingsText.managed}
          </span>
        )}
      </Label>
      <div className={`choices ${stack ? 'choices-stack' : ''} ${columns === 2 ? 'choices-two' : ''}`}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={`choice ${option.className ?? ''}`} aria-label={option.label}>
            {option.shown ?? option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
