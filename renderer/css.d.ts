// Style sheets are bundled by esbuild; for the compiler they have no value.
declare module '*.css';
