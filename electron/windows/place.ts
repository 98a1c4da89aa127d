// Where the window was, and whether it can be there again: screens come and go with docking stations.
import type { Rectangle } from 'electron';

export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

export const windowSize = {
  /** The design size (look.md). */
  width: 1280,
  height: 800,
  /** Narrow enough for 400 % zoom and half a small screen; below, toolbars would overlap. */
  minWidth: 480,
  minHeight: 400,
} as const;

// Enough of the title bar to take hold of with a mouse.
const grip = { width: 120, height: 40 } as const;

export interface Opening {
  readonly width: number;
  readonly height: number;
  /** Absent: the system centres the window. */
  readonly x?: number;
  readonly y?: number;
  readonly maximised: boolean;
}

/** @param areas work areas of the screens there are now */
export function openingFor(saved: WindowPlace | null, areas: readonly Rectangle[]): Opening {
  const area = saved ? areas.find((candidate) => canGrip(saved, candidate)) : undefined;
  if (!saved || !area) {
    const [first] = areas;
    return {
      width: Math.min(windowSize.width, first?.width ?? windowSize.width),
      height: Math.min(windowSize.height, first?.height ?? windowSize.height),
      maximised: saved?.maximised ?? false,
    };
  }
  return {
    x: saved.x,
    y: saved.y,
    width: Math.max(windowSize.minWidth, Math.min(saved.width, area.width)),
    height: Math.max(windowSize.minHeight, Math.min(saved.height, area.height)),
    maximised: saved.maximised,
  };
}

function canGrip(place: WindowPlace, area: Rectangle): boolean {
  const across = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  return across >= grip.width && place.y >= area.y && place.y + grip.height <= area.y + area.height;
}

/** From `window.json`; null when it is no place. */
export function parsePlace(value: unknown): WindowPlace | null {
  const { x, y, width, height, maximised } = (value ?? {}) as Record<string, unknown>;
  // Screens end far before this; numbers beyond it overflow inside the window system.
  const whole = (number: unknown): number is number => Number.isInteger(number) && Math.abs(number as number) < 100_000;
  if (!whole(x) || !whole(y) || !whole(width) || !whole(height) || width <= 0 || height <= 0) return null;
  return { x, y, width, height, maximised: maximised === true };
}
