// What a page of ours may load and run, said with every response. Nothing inline, nothing from outside, no
// frames, no forms, and no html from text without passing DOMPurify (Trusted Types). See trust.md 3.1 item 7.
const page = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' guides://image",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify',
  "webrtc 'block'",
];

// An image is never a page: opened as one, it may do nothing at all.
const image = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", 'sandbox', "webrtc 'block'"];

export const pagePolicy = page.join('; ');
export const imagePolicy = image.join('; ');
