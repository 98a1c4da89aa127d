// A text as a QR code for printing, as SVG. The only file that knows the package.
import { encodeQR } from 'qr';

/** Quiet zone around the code in modules (ISO/IEC 18004 asks for four). */
const border = 4;

/** A whole SVG file. Throws for more text than a code holds (about 2,300 letters). */
export function qrSvg(text: string): string {
  // A quarter of the code may be stained or folded and it still reads: paper lies in drawers for years.
  return `${encodeQR(text, 'svg', { ecc: 'quartile', border })}\n`;
}
