// What is shown when the window could not get its start state: a sentence and a next step, never a blank page.
import type { AppError } from '../api.ts';
import { shellText } from '../text/shell.ts';
import { Fault } from './Fault.tsx';

export function StartFault({ error }: { readonly error: AppError }) {
  return (
    <main className="main">
      <div className="main-inner">
        <h1 className="page-title">{shellText.startFailed}</h1>
        <div className="fault-page">
          <Fault error={error} onRetry={() => location.reload()} showLog />
        </div>
      </div>
    </main>
  );
}
