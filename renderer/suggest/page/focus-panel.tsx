// From the text to the panel of the open suggestion.

export function toPanel(): void {
  const panel = document.querySelector<HTMLElement>('.suggest-pane');
  const field = panel?.querySelector<HTMLElement>('.suggest-why') ?? panel;
  field?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  field?.focus({ preventScroll: true });
}
