/** Small things kept between visits. Never throws: storage may be full or forbidden. */
export interface StoreBox {
  get(key: string): string | undefined;
  /** False when it could not be kept. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): readonly string[];
}
