/** The part of eleventy-img that is used here; it ships no types. */
declare module "@11ty/eleventy-img" {
  export interface ImageOptions {
    readonly widths: readonly number[];
    readonly formats: readonly string[];
    readonly useCache: boolean;
    /** Draws, and writes nothing: the results have a buffer. */
    readonly dryRun: true;
    readonly fixOrientation: boolean;
    readonly sharpOptions: Readonly<Record<string, unknown>>;
    readonly sharpWebpOptions: Readonly<Record<string, unknown>>;
    readonly sharpAvifOptions: Readonly<Record<string, unknown>>;
  }
  export interface ImageResult {
    readonly format: string;
    readonly width: number;
    readonly buffer: Uint8Array;
  }
  const draw: {
    (file: string, options: ImageOptions): Promise<Readonly<Record<string, readonly ImageResult[]>>>;
    concurrency: number;
  };
  export default draw;
}
