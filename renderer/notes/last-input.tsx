// Whether the person last used a key or a pointer: what opens by key takes the focus, what opens by pointer does not.
let byKey = false;

addEventListener('keydown', () => (byKey = true), true);
addEventListener('pointerdown', () => (byKey = false), true);

export const wasKey = (): boolean => byKey;
