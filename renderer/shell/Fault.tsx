// A fault in words: what happened, what it means, what to do next, and last the reference for IT.
import { TriangleAlert } from 'lucide-react';
import { errorReference } from '../../content/core/base/error.ts';
import { type AppError, ask } from '../api.ts';
import { errorTexts } from '../text/errors.ts';
import { shellText } from '../text/shell.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  readonly error: AppError;
  /** Which pack it is about. */
  readonly about?: string | null;
  readonly onRetry?: () => void;
  readonly onHome?: () => void;
  readonly showLog?: boolean;
}

export function Fault({ error, about = null, onRetry, onHome, showLog = false }: Props) {
  const text = errorTexts[error.code];
  return (
    <section className="fault" aria-label={text.title} data-error={error.code}>
      <h2 className="fault-title">
        <Icon of={TriangleAlert} />
        {about === null ? text.title : `${about}: ${text.title.charAt(0).toLowerCase()}${text.title.slice(1)}`}
      </h2>
      <p>{text.body}</p>
      <p>{text.nextStep}</p>
      <p className="fault-reference">{shellText.reference(errorReference(error.code))}</p>
      {(onRetry || onHome || showLog) && (
        <div className="fault-actions">
          {onRetry && (
            <button type="button" className="button button-edge" onClick={onRetry}>
              {shellText.tryAgain}
            </button>
          )}
          {onHome && (
            <button type="button" className="button button-edge" onClick={onHome}>
              {shellText.goHome}
            </button>
          )}
          {showLog && (
            <button type="button" className="button" onClick={() => void ask('log.show', {})}>
              {shellText.showLog}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
