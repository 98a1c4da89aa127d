// Names that look alike but must not be mixed. A brand exists only for the compiler.
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One TUF repository: a social media channel or a cross-cutting subject, for example `facebook`. */
export type ChannelId = Branded<'ChannelId'>;
/** A guide, unique over all channels and never reused, for example `x-setup`. */
export type GuideId = Branded<'GuideId'>;
/** A block of a guide, permanent from edition to edition, unique within its guide. */
export type BlockId = Branded<'BlockId'>;
/** SHA-256 in lower-case hexadecimal, 64 characters. */
export type Sha256 = Branded<'Sha256'>;

const slug = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

export const isChannelId = (text: string): text is ChannelId => slug.test(text);
export const isGuideId = (text: string): text is GuideId => slug.test(text);
export const isBlockId = (text: string): text is BlockId => /^b[a-z2-7]{7,15}$/.test(text);
export const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);
