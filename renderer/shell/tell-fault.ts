// A fault that needs no page of its own, as a notice: what happened, what to do, the reference.
import { errorReference } from '../../content/core/base/error.ts';
import type { AppError } from '../api.ts';
import { notify } from '../state/notices.ts';
import { errorTexts } from '../text/errors.ts';

export function faultSentence(error: AppError): string {
  const { title, nextStep } = errorTexts[error.code];
  return `${title}. ${nextStep} (${errorReference(error.code)})`;
}

/** What a person stopped themselves is no fault. */
export function tellFault(error: AppError): void {
  if (error.code !== 'CANCELLED') notify(faultSentence(error));
}
